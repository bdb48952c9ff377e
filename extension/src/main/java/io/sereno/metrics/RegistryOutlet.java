package io.sereno.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.sereno.figures.Failures;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Shows meters in a registry of somebody else's. What is written gets a copy of its own there, with
 * its buckets; what is only read is read when that registry reads it.
 */
final class RegistryOutlet implements MeterOutlet {

  private final MeterRegistry other;
  private final Failures failures;
  private final Map<Meter.Id, Meter> copies = new ConcurrentHashMap<>();
  private volatile boolean closed;

  RegistryOutlet(MeterRegistry other, Failures failures) {
    this.other = other;
    this.failures = failures;
  }

  @Override
  public boolean open() {
    return true;
  }

  @Override
  public void show(Meter meter) {
    Meter.Id id = meter.getId();
    if (copies.containsKey(id) || other.find(id.getName()).tags(id.getTags()).meter() != null) {
      return;
    }
    copies.put(id, meter instanceof SharedMeter shared ? shared.copyTo(other) : copy(meter));
    if (closed) {
      hide(meter);
    }
  }

  private Meter copy(Meter meter) {
    Meter.Id id = meter.getId();
    if (meter instanceof FunctionTimer timer) {
      return FunctionTimer.builder(
              id.getName(),
              timer,
              own -> (long) own.count(),
              own -> own.totalTime(TimeUnit.NANOSECONDS),
              TimeUnit.NANOSECONDS)
          .description(id.getDescription())
          .tags(id.getTags())
          .register(other);
    }
    if (meter instanceof FunctionCounter counter) {
      return FunctionCounter.builder(id.getName(), counter, FunctionCounter::count)
          .description(id.getDescription())
          .baseUnit(id.getBaseUnit())
          .tags(id.getTags())
          .register(other);
    }
    if (meter instanceof TimeGauge gauge) {
      return TimeGauge.builder(id.getName(), gauge, gauge.baseTimeUnit(), TimeGauge::value)
          .description(id.getDescription())
          .tags(id.getTags())
          .register(other);
    }
    if (meter instanceof Gauge gauge) {
      return Gauge.builder(id.getName(), gauge, Gauge::value)
          .description(id.getDescription())
          .baseUnit(id.getBaseUnit())
          .tags(id.getTags())
          .register(other);
    }
    return Meter.builder(id.getName(), id.getType(), meter.measure())
        .description(id.getDescription())
        .baseUnit(id.getBaseUnit())
        .tags(id.getTags())
        .register(other);
  }

  @Override
  public void hide(Meter meter) {
    Meter copy = copies.remove(meter.getId());
    if (copy == null) {
      return;
    }
    if (meter instanceof SharedMeter shared) {
      shared.forget(copy);
    }
    other.remove(copy);
  }

  @Override
  public void close() {
    closed = true;
    for (Meter copy : copies.values()) {
      try {
        other.remove(copy);
      } catch (RuntimeException e) {
        failures.report("metrics", "taking a meter out of another registry", e);
      }
    }
    copies.clear();
  }
}
