package io.sereno.it.context;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

@Path("context")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
public class ContextResource {

  private static final Logger LOG = Logger.getLogger(ContextResource.class);

  /** What the MDC says inside a request. */
  @GET
  public String mdc() {
    Map<String, Object> mdc = MDC.getMap();
    return new TreeMap<>(mdc).toString();
  }

  /** An answer that comes from another thread. */
  @GET
  @Path("later")
  public void later(@Suspended AsyncResponse response) {
    Thread worker =
        new Thread(
            () -> {
              LOG.info("Answered by a thread of its own");
              try {
                Thread.sleep(200); // the time that the request is to take
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              response.resume("later");
            });
    worker.setDaemon(true);
    worker.start();
  }
}
