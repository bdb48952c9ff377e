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

  private static final String NAME = "sereno.failures";
  private static final String DESCRIPTION = "Failures of Sereno's own";

  private final Figures figures;
  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final LongAdder unspeakable = new LongAdder();

  Failures(Figures figures) {
    this.figures = figures;
    figures.counter(NAME, DESCRIPTION, Map.of("feature", "failures"), unspeakable);
  }

  /**
   * Counts a failure, and logs it unless one of the same feature was just logged.
   *
   * @param feature which of ours failed, one of a handful of words
   * @param doing what it was doing, to follow "while": {@code writing an audit event}
   */
  public void report(String feature, String doing, Throwable cause) {
    try {
      Entry entry = entry(feature);
      entry.count.increment();
      tell(entry, feature, doing, cause);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      unspeakable.increment(); // there is nobody left to tell
    }
  }

  /**
   * The same for whoever guards foreign code and catches all there is: what the JVM itself may not
   * survive is thrown again.
   */
  public void survive(String feature, String doing, Throwable cause) {
    if (cause instanceof VirtualMachineError fatal && !(cause instanceof StackOverflowError)) {
      throw fatal;
    }
    report(feature, doing, cause);
  }

  private static void tell(Entry entry, String feature, String doing, Throwable cause) {
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
    Entry known = entries.get(feature);
    if (known != null) {
      return known;
    }
    Entry fresh = new Entry(new LongAdder(), new AtomicLong(System.nanoTime()));
    Entry other = entries.putIfAbsent(feature, fresh);
    if (other != null) {
      return other;
    }
    figures.counter(NAME, DESCRIPTION, Map.of("feature", feature), fresh.count);
    return fresh;
  }

  private record Entry(LongAdder count, AtomicLong quietUntil) {}
}
