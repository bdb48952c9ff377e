package io.sereno.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Copies by Micrometer's builders, which keep all that a meter is: buckets, unit, description.
 *
 * @param registry which they are made in
 */
record Builders(MeterRegistry registry) implements OtherRegistry {

  @Override
  public boolean has(Meter meter) {
    Meter.Id id = meter.getId();
    return registry.find(id.getName()).tags(id.getTags()).meter() != null;
  }

  @Override
  public Counter counter(Counter own) {
    Meter.Id id = own.getId();
    return Counter.builder(id.getName())
        .description(id.getDescription())
        .baseUnit(id.getBaseUnit())
        .tags(id.getTags())
        .register(registry);
  }

  @Override
  public Timer timer(Timer own, DistributionStatisticConfig config) {
    Meter.Id id = own.getId();
    return Timer.builder(id.getName())
        .description(id.getDescription())
        .tags(id.getTags())
        .publishPercentileHistogram(config.isPercentileHistogram())
        .publishPercentiles(config.getPercentiles())
        .serviceLevelObjectives(durations(config.getServiceLevelObjectiveBoundaries()))
        .minimumExpectedValue(duration(config.getMinimumExpectedValueAsDouble()))
        .maximumExpectedValue(duration(config.getMaximumExpectedValueAsDouble()))
        .register(registry);
  }

  private static Duration @Nullable [] durations(double @Nullable [] nanos) {
    return nanos == null
        ? null
        : Arrays.stream(nanos).mapToObj(Builders::duration).toArray(Duration[]::new);
  }

  private static @Nullable Duration duration(@Nullable Double nanos) {
    return nanos == null ? null : Duration.ofNanos(nanos.longValue());
  }

  @Override
  public DistributionSummary summary(DistributionSummary own, DistributionStatisticConfig config) {
    Meter.Id id = own.getId();
    return DistributionSummary.builder(id.getName())
        .description(id.getDescription())
        .baseUnit(id.getBaseUnit())
        .tags(id.getTags())
        .publishPercentileHistogram(config.isPercentileHistogram())
        .publishPercentiles(config.getPercentiles())
        .serviceLevelObjectives(config.getServiceLevelObjectiveBoundaries())
        .minimumExpectedValue(config.getMinimumExpectedValueAsDouble())
        .maximumExpectedValue(config.getMaximumExpectedValueAsDouble())
        .register(registry);
  }

  @Override
  public void show(Meter meter, Consumer<Meter> made) {
    made.accept(view(meter));
  }

  private Meter view(Meter meter) {
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
          .register(registry);
    }
    if (meter instanceof FunctionCounter counter) {
      return FunctionCounter.builder(id.getName(), counter, FunctionCounter::count)
          .description(id.getDescription())
          .baseUnit(id.getBaseUnit())
          .tags(id.getTags())
          .register(registry);
    }
    if (meter instanceof TimeGauge gauge) {
      return TimeGauge.builder(id.getName(), gauge, gauge.baseTimeUnit(), TimeGauge::value)
          .description(id.getDescription())
          .tags(id.getTags())
          .register(registry);
    }
    if (meter instanceof Gauge gauge) {
      return Gauge.builder(id.getName(), gauge, Gauge::value)
          .description(id.getDescription())
          .baseUnit(id.getBaseUnit())
          .tags(id.getTags())
          .register(registry);
    }
    return Meter.builder(id.getName(), id.getType(), meter.measure())
        .description(id.getDescription())
        .baseUnit(id.getBaseUnit())
        .tags(id.getTags())
        .register(registry);
  }

  @Override
  public void remove(Meter copy) {
    registry.remove(copy);
  }
}
