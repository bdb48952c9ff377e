package io.sereno.it.metrics;

import io.sereno.Timed;
import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import java.util.concurrent.Future;

@Singleton
@Timed(name = "it.timed")
public class TimedEjb {

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void everySecond() {}

  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  private void privatelyEverySecond() {}

  @Asynchronous
  public Future<String> apart() {
    return new AsyncResult<>("apart");
  }

  public void refuse() {
    throw new IllegalStateException("expected by a test");
  }
}
