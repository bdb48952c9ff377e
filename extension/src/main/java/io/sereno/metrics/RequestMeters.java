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
 * Makes the meters of requests, those of their statements included if these are seen.
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

  /** Micrometer takes no bucket for zero: what is in the first has one statement or none. */
  private static final double[] STATEMENTS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000};

  private final MeterRegistry registry;
  private final Duration[] buckets;
  private final boolean statements;

  RequestMeters(MeterRegistry registry, RequestSettings settings, boolean statements) {
    this.registry = registry;
    this.statements = statements;
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
        errors(errorType.isEmpty() ? SERVER_ERROR : errorType, route),
        statements ? queries(method, route) : null);
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

  private QuerySeries queries(String method, String route) {
    Tags tags = Tags.of(Meters.REQUEST_METHOD, method, Meters.ROUTE, route);
    return new QuerySeries(
        DistributionSummary.builder(Meters.REQUEST_STATEMENTS.key())
            .description(Meters.REQUEST_STATEMENTS.description())
            .serviceLevelObjectives(STATEMENTS)
            .tags(tags)
            .register(registry),
        Timer.builder(Meters.REQUEST_STATEMENT_DURATION.key())
            .description(Meters.REQUEST_STATEMENT_DURATION.description())
            .tags(tags)
            .register(registry));
  }

  void active(RequestMethod method, AtomicInteger count) {
    Gauge.builder(Meters.ACTIVE_REQUESTS.key(), count, AtomicInteger::get)
        .description(Meters.ACTIVE_REQUESTS.description())
        .tag(Meters.REQUEST_METHOD, method.tag())
        .strongReference(true)
        .register(registry);
  }
}
