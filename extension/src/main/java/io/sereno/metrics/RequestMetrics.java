package io.sereno.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sereno.context.EndedRequest;
import io.sereno.context.RequestObserver;
import jakarta.servlet.ServletException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

/**
 * The latency of requests by method, route and status, with OpenTelemetry's buckets. No tag holds
 * what a client can make up: routes are templates, and unknown methods are one.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/http/http-metrics/">HTTP metrics</a>
 */
final class RequestMetrics implements RequestObserver {

  private static final String OTHER_METHOD = "_OTHER";

  private static final Set<String> METHODS =
      Set.of("CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE");

  private static final Duration[] BUCKETS =
      DoubleStream.of(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10)
          .mapToObj(seconds -> Duration.ofMillis(Math.round(seconds * 1_000)))
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

  RequestMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void ended(EndedRequest request) {
    timers
        .computeIfAbsent(Series.of(request), this::timer)
        .record(request.nanos(), TimeUnit.NANOSECONDS);
  }

  private Timer timer(Series series) {
    return Timer.builder(Meters.REQUEST_DURATION.key())
        .description(Meters.REQUEST_DURATION.description())
        .serviceLevelObjectives(BUCKETS)
        .tag(Meters.REQUEST_METHOD, series.method)
        .tag(Meters.ROUTE, series.route)
        .tag(Meters.STATUS, String.valueOf(series.status))
        .tag(Meters.ERROR_TYPE, series.errorType)
        .register(registry);
  }

  private record Series(String method, String route, int status, String errorType) {

    static Series of(EndedRequest request) {
      String method = String.valueOf(request.context().method());
      return new Series(
          METHODS.contains(method) ? method : OTHER_METHOD,
          String.valueOf(request.context().route()),
          request.status(),
          errorType(request));
    }

    /** OpenTelemetry's rule: the exception's type, else the status of a failed request. */
    private static String errorType(EndedRequest request) {
      Throwable failure = request.failure();
      if (failure != null) {
        Throwable wrapped = failure instanceof ServletException ? failure.getCause() : null;
        return (wrapped == null ? failure : wrapped).getClass().getName();
      }
      return request.status() >= 500 ? String.valueOf(request.status()) : "";
    }
  }
}
