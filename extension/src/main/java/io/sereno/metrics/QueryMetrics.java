package io.sereno.metrics;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sereno.context.EndedRequest;
import io.sereno.context.RequestObserver;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * How many statements each request has had executed, and how long these took together, by method
 * and route: a route whose number grows with the data has an N+1.
 *
 * <pre>{@code
 * http_server_request_db_queries_sum{http_request_method="GET",http_route="/app/api/reports/slow"} 101.0
 * }</pre>
 */
final class QueryMetrics implements RequestObserver {

  private static final String OTHER_METHOD = "_OTHER";

  private static final Set<String> METHODS =
      Set.of("CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE");

  /** Micrometer takes no bucket for zero: what is in the first has one statement or none. */
  private static final double[] BUCKETS = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000};

  private final MeterRegistry registry;
  private final Map<Series, Of> known = new ConcurrentHashMap<>();

  QueryMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void ended(EndedRequest request) {
    Series series = Series.of(request);
    Of own = known.get(series);
    (own == null ? known.computeIfAbsent(series, this::of) : own).record(request);
  }

  private Of of(Series series) {
    return new Of(
        DistributionSummary.builder(Meters.REQUEST_STATEMENTS.key())
            .description(Meters.REQUEST_STATEMENTS.description())
            .serviceLevelObjectives(BUCKETS)
            .tag(Meters.REQUEST_METHOD, series.method)
            .tag(Meters.ROUTE, series.route)
            .register(registry),
        Timer.builder(Meters.REQUEST_STATEMENT_DURATION.key())
            .description(Meters.REQUEST_STATEMENT_DURATION.description())
            .tag(Meters.REQUEST_METHOD, series.method)
            .tag(Meters.ROUTE, series.route)
            .register(registry));
  }

  private record Of(DistributionSummary count, Timer duration) {

    void record(EndedRequest request) {
      count.record((double) request.statements());
      duration.record(request.statementNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private record Series(String method, String route) {

    static Series of(EndedRequest request) {
      String method = String.valueOf(request.context().method());
      return new Series(
          METHODS.contains(method) ? method : OTHER_METHOD,
          String.valueOf(request.context().route()));
    }
  }
}
