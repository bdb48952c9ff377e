package io.sereno.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.sereno.figures.Figures;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the series of each meter of a registry below a limit: those beyond it are one series, whose
 * tags all have the value {@value #OVERFLOW}, so that the sums over all series stay exact. (A
 * gauge, or whatever else is read and not written, shows the first of those alone.) Each meter that
 * has come so far is warned of once, and counted in {@link Meters#OVERFLOW}. Threads: any.
 */
final class CardinalityGuard implements MeterFilter {

  static final String OVERFLOW = "overflow";

  private static final Logger LOG = Logger.getLogger(CardinalityGuard.class);

  private final SeriesLimits limits;
  private final Figures figures;
  private final Map<String, Guarded> meters = new ConcurrentHashMap<>();

  CardinalityGuard(SeriesLimits limits, Figures figures) {
    this.limits = limits;
    this.figures = figures;
  }

  /** Guards all meters that this registry will have. */
  void guard(MeterRegistry registry) {
    registry
        .config()
        .meterFilter(this)
        .onMeterRemoved(meter -> of(meter.getId().getName()).forget(meter.getId()));
  }

  /** How many series a meter may have. */
  int limit(String meter) {
    return limits.of(meter);
  }

  /** Shows from the start that this meter has not come so far. */
  void expect(String meter) {
    of(meter).counter();
  }

  /** Somebody has used the shared series of this meter, which he knows already. */
  void overflowed(String meter) {
    of(meter).overflowed();
  }

  @Override
  public Meter.Id map(Meter.Id id) {
    if (id.getName().equals(Meters.OVERFLOW.key()) || of(id.getName()).admits(id)) {
      return id;
    }
    Meter.Id shared = overflow(id);
    if (!shared.equals(id)) {
      of(id.getName()).overflowed();
    }
    return shared;
  }

  private static Meter.Id overflow(Meter.Id id) {
    return id.replaceTags(
        id.getTags().stream().map(tag -> Tag.of(tag.getKey(), OVERFLOW)).toList());
  }

  private Guarded of(String meter) {
    Guarded known = meters.get(meter);
    return known != null ? known : meters.computeIfAbsent(meter, Guarded::new);
  }

  /** The series of one meter. */
  private final class Guarded {

    private final String meter;
    private final int limit;
    private final Set<Meter.Id> series = ConcurrentHashMap.newKeySet();
    private final Object lock = new Object();
    private final AtomicBoolean warned = new AtomicBoolean();
    private volatile @Nullable LongAdder counter;

    Guarded(String meter) {
      this.meter = meter;
      this.limit = limits.of(meter);
    }

    boolean admits(Meter.Id id) {
      if (series.contains(id)) {
        return true;
      }
      if (series.size() >= limit) {
        return false;
      }
      synchronized (lock) {
        return series.size() < limit && series.add(id);
      }
    }

    void forget(Meter.Id id) {
      series.remove(id);
    }

    void overflowed() {
      counter().increment();
      if (!warned.get() && warned.compareAndSet(false, true)) {
        LOG.warnf(
            "The meter %s has %d series, as many as it may have: all others share the one whose"
                + " tags are \"%s\". Tag it with what has few values, such as a template and not a"
                + " path; or raise sereno.metrics.max-series, or sereno.metrics.max-series-by-meter"
                + " for this one",
            meter, limit, OVERFLOW);
      }
    }

    LongAdder counter() {
      LongAdder known = counter;
      if (known != null) {
        return known;
      }
      synchronized (lock) {
        known = counter;
        if (known != null) {
          return known;
        }
        known = new LongAdder();
        counter = known;
      }
      figures.counter(
          Meters.OVERFLOW.key(), Meters.OVERFLOW.description(), Map.of(Meters.METER, meter), known);
      return known;
    }
  }
}
