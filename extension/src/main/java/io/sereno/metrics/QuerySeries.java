package io.sereno.metrics;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import io.sereno.context.EndedRequest;
import java.util.concurrent.TimeUnit;

/**
 * How many statements requests of one method and route have had executed, and how long these took
 * together: a route whose number grows with the data has an N+1.
 *
 * <pre>{@code
 * http_server_request_db_queries_sum{http_request_method="GET",http_route="/app/api/reports/slow"} 101.0
 * }</pre>
 */
record QuerySeries(DistributionSummary count, Timer duration) {

  void record(EndedRequest request) {
    count.record((double) request.statements());
    duration.record(request.statementNanos(), TimeUnit.NANOSECONDS);
  }
}
