package io.sereno.it.context;

import jakarta.enterprise.concurrent.Asynchronous;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;

@ApplicationScoped
public class JourneyTasks {

  @Asynchronous
  public CompletableFuture<String> work() {
    JourneyServlet.LOG.info("asynchronous method");
    return Asynchronous.Result.complete(Traces.ofThisThread());
  }
}
