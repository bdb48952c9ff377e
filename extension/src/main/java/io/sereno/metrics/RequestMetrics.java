package io.sereno.metrics;

import io.sereno.context.Context;
import io.sereno.context.EndedRequest;
import io.sereno.context.RequestObserver;
import jakarta.servlet.ServletException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Measures requests by method, route, status and type of error. No tag holds what a client can make
 * up: routes are templates, and unknown methods are one. A request's meters are looked up, not
 * made; however many kinds of requests there may be, as many are remembered as there may be series,
 * and all others share one.
 */
final class RequestMetrics implements RequestObserver {

  private static final String UNMATCHED = "unmatched";

  private final RequestMeters meters;
  private final Remembered<Kind, RequestSeries> series;
  private final Map<RequestMethod, AtomicInteger> active = new EnumMap<>(RequestMethod.class);

  RequestMetrics(RequestMeters meters, CardinalityGuard guard) {
    this.meters = meters;
    this.series =
        new Remembered<>(
            Remembered.Limit.of(guard, Meters.REQUEST_DURATION.key()),
            this::make,
            () -> make(CardinalityGuard.OVERFLOW));
    guard.expect(Meters.REQUEST_DURATION.key());
    meters.errors(RequestMeters.SERVER_ERROR, UNMATCHED);
    for (RequestMethod method : RequestMethod.values()) {
      AtomicInteger count = new AtomicInteger();
      active.put(method, count);
      meters.active(method, count);
    }
  }

  @Override
  public boolean countsBytes() {
    return true;
  }

  @Override
  public void begun(Context context) {
    active(RequestMethod.of(context.method())).incrementAndGet();
  }

  @Override
  public void ended(EndedRequest request) {
    RequestMethod method = RequestMethod.of(request.context().method());
    active(method).decrementAndGet();
    Kind kind =
        new Kind(
            method,
            String.valueOf(request.context().route()),
            request.status(),
            typeOf(request.failure()));
    series.get(kind).record(request, kind.failed());
  }

  private AtomicInteger active(RequestMethod method) {
    return Objects.requireNonNull(active.get(method));
  }

  private static @Nullable Class<?> typeOf(@Nullable Throwable failure) {
    if (failure == null) {
      return null;
    }
    Throwable wrapped = failure instanceof ServletException ? failure.getCause() : null;
    return (wrapped == null ? failure : wrapped).getClass();
  }

  private RequestSeries make(Kind kind) {
    meters.errors(RequestMeters.SERVER_ERROR, kind.route);
    return meters.series(
        kind.method.tag(), kind.route, String.valueOf(kind.status), kind.errorType());
  }

  private RequestSeries make(String everything) {
    return meters.series(everything, everything, everything, everything);
  }

  /** What requests have in common that share their series. */
  private record Kind(RequestMethod method, String route, int status, @Nullable Class<?> failure) {

    boolean failed() {
      return failure != null || status >= 500;
    }

    /** OpenTelemetry's rule: the exception's type, else the status of a failed request. */
    String errorType() {
      return failure != null ? failure.getName() : failed() ? String.valueOf(status) : "";
    }
  }
}
