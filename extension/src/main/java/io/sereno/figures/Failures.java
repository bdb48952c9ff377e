package io.sereno.figures;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;

/**
 * What becomes of Sereno's own failures: counted in {@code sereno.failures}, and logged with their
 * cause, once a minute and feature at most. They never reach the application. Threads: any.
 */
public final class Failures {

  private static final Logger LOG = Logger.getLogger(Failures.class);
  private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

  private final Figures figures;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  Failures(Figures figures) {
    this.figures = figures;
  }

  /**
   * Counts a failure, and logs it unless one of the same feature was just logged.
   *
   * @param feature which of ours failed, one of a handful of words
   * @param doing what it was doing, to follow "while": {@code writing an audit event}
   */
  public void report(String feature, String doing, Throwable cause) {
    Entry entry = entries.computeIfAbsent(feature, this::entry);
    entry.count.increment();
    long now = System.nanoTime();
    long quietUntil = entry.quietUntil.get();
    if (now - quietUntil >= 0 && entry.quietUntil.compareAndSet(quietUntil, now + QUIET_NANOS)) {
      LOG.warnf(
          cause,
          "Sereno's %s failed while %s; the application goes on. %d so far, told once a minute",
          feature,
          doing,
          entry.count.sum());
    }
  }

  private Entry entry(String feature) {
    LongAdder count =
        figures.counter("sereno.failures", "Failures of Sereno's own", Map.of("feature", feature));
    return new Entry(count, new AtomicLong(System.nanoTime()));
  }

  private record Entry(LongAdder count, AtomicLong quietUntil) {}
}
