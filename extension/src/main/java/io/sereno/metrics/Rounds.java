package io.sereno.metrics;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Work that one thread at a time does, and no sooner than an interval after it was last begun. Who
 * comes meanwhile goes on without it: nobody waits for foreign code that another one has called.
 */
final class Rounds {

  private final long interval;
  private final LongSupplier nanoTime;
  private final AtomicBoolean busy = new AtomicBoolean();
  private long next;

  /**
   * The first round is due at once.
   *
   * @param nanoTime as that of {@link System}
   */
  Rounds(Duration interval, LongSupplier nanoTime) {
    this.interval = interval.toNanos();
    this.nanoTime = nanoTime;
    this.next = nanoTime.getAsLong();
  }

  void go(Runnable work) {
    if (!busy.compareAndSet(false, true)) {
      return;
    }
    try {
      long now = nanoTime.getAsLong();
      if (now - next >= 0) {
        next = now + interval;
        work.run();
      }
    } finally {
      busy.set(false);
    }
  }
}
