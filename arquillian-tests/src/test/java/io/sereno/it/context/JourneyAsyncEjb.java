package io.sereno.it.context;

import io.sereno.context.Context;
import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import java.util.concurrent.Future;
import org.jboss.logging.MDC;

/** Containers carry nothing to these methods: the caller gives them its context. */
@Stateless
public class JourneyAsyncEjb {

  @Asynchronous
  public void work(String how, Context context) {
    JourneyServlet.LOG.info("asynchronous EJB, " + how);
  }

  /** The request that this thread shows, empty if none. */
  @Asynchronous
  public Future<String> request() {
    Object shown = MDC.get("http.request.id");
    String known = Context.current().requestId();
    return new AsyncResult<>(shown == null && known == null ? "" : known + " " + shown);
  }
}
