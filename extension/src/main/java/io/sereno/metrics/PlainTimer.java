package io.sereno.metrics;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Number, sum and recent maximum of durations.
 *
 * <p>Micrometer's own timer reads the clock once more for each duration, to know which maximum is
 * an old one; that alone costs half of what a call may. This one looks at the clock when it is
 * read, and so remembers what came since it was read last, but at least for a minute. Threads: any.
 */
final class PlainTimer implements CallTimer {

  private static final long WINDOW_NANOS = Duration.ofMinutes(1).toNanos();

  private final LongSupplier clock;
  private final LongAdder count = new LongAdder();
  private final LongAdder sum = new LongAdder();
  private final AtomicLong most = new AtomicLong();

  private final Object window = new Object();
  private long windowStart;
  private long mostBefore;

  /**
   * @param clock in nanoseconds, such as {@code System::nanoTime}
   */
  PlainTimer(LongSupplier clock) {
    this.clock = clock;
    this.windowStart = clock.getAsLong();
  }

  @Override
  public void record(long nanos) {
    count.increment();
    sum.add(nanos);
    long known = most.get();
    while (nanos > known && !most.compareAndSet(known, nanos)) {
      known = most.get();
    }
  }

  long count() {
    return count.sum();
  }

  double nanos() {
    return sum.sum();
  }

  double maxSeconds() {
    synchronized (window) {
      long max = Math.max(most.get(), mostBefore);
      long now = clock.getAsLong();
      if (now - windowStart >= WINDOW_NANOS) {
        mostBefore = most.getAndSet(0);
        windowStart = now;
      }
      return max / 1e9;
    }
  }
}
