package io.sereno.metrics;

import io.sereno.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Settings of the metrics of requests.
 *
 * @param enabled {@code sereno.metrics.requests.enabled}: requests are measured; true by default
 * @param buckets {@code sereno.metrics.requests.buckets}: the upper bounds of durations;
 *     OpenTelemetry's by default, from 5 ms to 10 s
 */
record RequestSettings(boolean enabled, List<Duration> buckets) {

  static final RequestSettings DEFAULT =
      new RequestSettings(
          true,
          IntStream.of(5, 10, 25, 50, 75, 100, 250, 500, 750, 1_000, 2_500, 5_000, 7_500, 10_000)
              .mapToObj(Duration::ofMillis)
              .toList());

  private static final String ENABLED = "sereno.metrics.requests.enabled";
  private static final String BUCKETS = "sereno.metrics.requests.buckets";

  RequestSettings {
    buckets = buckets.stream().sorted().distinct().toList();
  }

  static RequestSettings read(Settings settings) {
    return new RequestSettings(
        settings.flag(ENABLED, DEFAULT.enabled), settings.durations(BUCKETS, DEFAULT.buckets));
  }
}
