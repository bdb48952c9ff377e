package io.sereno.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes the meters of requests.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/http/http-metrics/">HTTP metrics</a>
 */
final class RequestMeters {

  /** The type of error that any route may come to. */
  static final String SERVER_ERROR = "500";

  /** From what fits into a packet to what should have been streamed. */
  private static final double[] SIZES = {
    256, 1_024, 4_096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216
  };

  private final MeterRegistry registry;
  private final Duration[] buckets;

  RequestMeters(MeterRegistry registry, RequestSettings settings) {
    this.registry = registry;
    this.buckets = settings.buckets().toArray(Duration[]::new);
  }

  RequestSeries series(String method, String route, String status, String errorType) {
    Tags tags =
        Tags.of(
            Meters.REQUEST_METHOD, method,
            Meters.ROUTE, route,
            Meters.STATUS, status,
            Meters.ERROR_TYPE, errorType);
    return new RequestSeries(
        duration(tags),
        size(Meters.REQUEST_BODY_SIZE, tags),
        size(Meters.RESPONSE_BODY_SIZE, tags),
        errors(errorType.isEmpty() ? SERVER_ERROR : errorType, route));
  }

  private Timer duration(Tags tags) {
    return Timer.builder(Meters.REQUEST_DURATION.key())
        .description(Meters.REQUEST_DURATION.description())
        .serviceLevelObjectives(buckets)
        .tags(tags)
        .register(registry);
  }

  private DistributionSummary size(Meters meter, Tags tags) {
    return DistributionSummary.builder(meter.key())
        .description(meter.description())
        .baseUnit(Meters.BYTES)
        .serviceLevelObjectives(SIZES)
        .tags(tags)
        .register(registry);
  }

  Counter errors(String errorType, String route) {
    return Counter.builder(Meters.REQUEST_ERRORS.key())
        .description(Meters.REQUEST_ERRORS.description())
        .tag(Meters.ERROR_TYPE, errorType)
        .tag(Meters.ROUTE, route)
        .register(registry);
  }

  void active(RequestMethod method, AtomicInteger count) {
    Gauge.builder(Meters.ACTIVE_REQUESTS.key(), count, AtomicInteger::get)
        .description(Meters.ACTIVE_REQUESTS.description())
        .tag(Meters.REQUEST_METHOD, method.tag())
        .strongReference(true)
        .register(registry);
  }
}
