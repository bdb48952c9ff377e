package io.sereno.it.metrics;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Has work done by the server's default executors. */
@Path("executed")
@RequestScoped
public class ExecutedResource {

  @Resource private ManagedExecutorService executor;
  @Resource private ManagedScheduledExecutorService scheduler;

  @GET
  public String execute() throws Exception {
    return executor.submit(() -> "exec").get() + scheduler.submit(() -> "uted").get();
  }
}
