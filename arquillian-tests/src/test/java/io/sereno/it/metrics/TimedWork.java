package io.sereno.it.metrics;

import io.sereno.Timed;
import jakarta.enterprise.concurrent.Asynchronous;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A bean whose calls come from wherever a server makes them. */
@ApplicationScoped
@Timed(name = "it.timed")
public class TimedWork {

  /** What happens. */
  public record Happened() {}

  public void observe(@Observes Happened event) {}

  /** A stage that completes on another thread, a while after it was returned. */
  public CompletionStage<String> later() {
    return CompletableFuture.supplyAsync(
        () -> "later", CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
  }

  @Asynchronous
  public CompletableFuture<String> task() {
    return Asynchronous.Result.complete("done");
  }

  @Override
  public String toString() {
    return "timed work";
  }
}
