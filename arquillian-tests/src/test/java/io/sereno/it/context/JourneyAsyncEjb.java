package io.sereno.it.context;

import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import java.util.concurrent.Future;

@Stateless
public class JourneyAsyncEjb {

  @Asynchronous
  public Future<String> work(String how) {
    JourneyServlet.LOG.info("asynchronous EJB, " + how);
    return new AsyncResult<>(Traces.ofThisThread());
  }
}
