package io.sereno.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Timer;
import io.sereno.context.EndedRequest;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The meters of requests that have all their tags in common.
 *
 * @param queries those of their method and route, null if statements are not seen
 */
record RequestSeries(
    Timer duration,
    DistributionSummary received,
    DistributionSummary sent,
    Counter errors,
    @Nullable QuerySeries queries) {

  void record(EndedRequest request, boolean failed) {
    duration.record(request.nanos(), TimeUnit.NANOSECONDS);
    if (request.received() != EndedRequest.UNKNOWN) {
      received.record((double) request.received());
    }
    if (request.bytes() != EndedRequest.UNKNOWN) {
      sent.record((double) request.bytes());
    }
    if (failed) {
      errors.increment();
    }
    if (queries != null) {
      queries.record(request);
    }
  }
}
