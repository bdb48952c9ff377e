package io.sereno.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.util.List;

/** How copies of meters are made in a registry of somebody else's. Threads: any. */
interface OtherRegistry {

  /** As that registry wants it. */
  static OtherRegistry of(MeterRegistry registry) {
    return ShortMethods.areAllThatCount(registry)
        ? new ShortMethods(registry)
        : new Builders(registry);
  }

  /** Whether there is one like it already. */
  boolean has(Meter.Id id);

  /** One that is told of what the meter with that name counts. */
  Counter counter(Meter.Id id);

  /** One that is told of what the meter with that name measures. */
  Timer timer(Meter.Id id, DistributionStatisticConfig config);

  /**
   * One that is told of what the meter with that name measures.
   *
   * @param scale what each value is multiplied with
   */
  DistributionSummary summary(Meter.Id id, DistributionStatisticConfig config, double scale);

  /** Such as read the meter when that registry reads them, and do not keep it from going. */
  List<Meter> views(Meter meter);

  /** Takes a copy away. */
  void remove(Meter copy);
}
