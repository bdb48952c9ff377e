package io.sereno.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** How copies of meters are made in a registry of somebody else's. Threads: any. */
interface OtherRegistry {

  /** As that registry wants it. */
  static OtherRegistry of(MeterRegistry registry) {
    if (!ShortMethods.areAllThatCount(registry)) {
      return new Builders(registry);
    }
    Logger.getLogger(OtherRegistry.class)
        .infof(
            "Meters are shown in %s without buckets, quantiles and descriptions:"
                + " its own methods, which are all that it publishes, take none",
            registry.getClass().getName());
    return new ShortMethods(registry);
  }

  /** Whether there is one like it already. */
  boolean has(Meter meter);

  /** One that is told of what that counter counts. */
  Counter counter(Counter own);

  /** One that is told of what that timer measures. */
  Timer timer(Timer own, DistributionStatisticConfig config);

  /** One that is told of what that summary measures, scaled already. */
  DistributionSummary summary(DistributionSummary own, DistributionStatisticConfig config);

  /**
   * Makes such as read the meter when that registry reads them, and do not keep it from going.
   *
   * @param made is told of each at once: one may fail when others are there
   */
  void show(Meter meter, Consumer<Meter> made);

  /** Takes a copy away. */
  void remove(Meter copy);
}
