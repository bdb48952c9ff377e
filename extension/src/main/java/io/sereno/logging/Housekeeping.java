package io.sereno.logging;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What logging does in its own time, on one daemon thread that there is only if it is needed. */
final class Housekeeping implements RunTimeLevels.Scheduler {

  private static final long PATIENCE_SECONDS = 5;

  private final Object lock = new Object();
  private @Nullable ScheduledThreadPoolExecutor executor;
  private boolean stopped;

  @Override
  public @Nullable ScheduledFuture<?> after(Duration delay, Runnable task) {
    synchronized (lock) {
      return stopped ? null : executor().schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /** Does something about once a second; an exception would end it. */
  void everySecond(Runnable task) {
    synchronized (lock) {
      if (!stopped) {
        var unused = executor().scheduleWithFixedDelay(task, 1, 1, TimeUnit.SECONDS);
      }
    }
  }

  private ScheduledThreadPoolExecutor executor() {
    ScheduledThreadPoolExecutor known = executor;
    if (known == null) {
      known = new ScheduledThreadPoolExecutor(1, Housekeeping::thread);
      known.setRemoveOnCancelPolicy(true);
      executor = known;
    }
    return known;
  }

  /** Without anything of the thread that happens to need it first: that may be a request's. */
  private static Thread thread(Runnable work) {
    Thread thread = new Thread(null, work, "sereno-logging", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(Housekeeping.class.getClassLoader());
    return thread;
  }

  /** Ends the thread; what is still to do is not done. */
  void stop() {
    ScheduledThreadPoolExecutor known;
    synchronized (lock) {
      stopped = true;
      known = executor;
      executor = null;
    }
    if (known != null) {
      known.shutdownNow();
      try {
        known.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
