package io.sereno.metrics;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a timer shows besides count, sum and maximum.
 *
 * @param histogram whether there are buckets to work out quantiles from
 * @param percentiles quantiles that are worked out here, each from 0 to 1
 * @param objectives buckets of their own
 * @param range which durations the histogram's buckets cover
 */
record Distribution(
    boolean histogram, List<Double> percentiles, List<Duration> objectives, Range range) {

  Distribution {
    percentiles = List.copyOf(percentiles);
    objectives = List.copyOf(objectives);
  }

  /** From when to when; null for Micrometer's own, 1 ms and 30 s. */
  record Range(@Nullable Duration least, @Nullable Duration most) {}

  /** Whether Prometheus is shown a histogram; else it is a summary, which is another type. */
  boolean hasBuckets() {
    return histogram || !objectives.isEmpty();
  }

  /** Whether number, sum and maximum are all there is to show. */
  boolean isPlain() {
    return !hasBuckets() && percentiles.isEmpty();
  }

  Timer.Builder on(Timer.Builder timer) {
    return timer
        .publishPercentileHistogram(histogram)
        .publishPercentiles(percentiles.stream().mapToDouble(Double::doubleValue).toArray())
        .serviceLevelObjectives(objectives.toArray(Duration[]::new))
        .minimumExpectedValue(range.least())
        .maximumExpectedValue(range.most());
  }
}
