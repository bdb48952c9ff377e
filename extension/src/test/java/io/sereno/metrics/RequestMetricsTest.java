package io.sereno.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sereno.context.Context;
import io.sereno.context.EndedRequest;
import io.sereno.figures.Figures;
import io.sereno.settings.Settings;
import io.sereno.settings.TestSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestMetricsTest {

  private static final int MILLION = 1_000_000;
  private static final int LIMIT = 200;
  private static final byte[] CODE = code();

  private MeterRegistry registry = new SimpleMeterRegistry();
  private RequestMetrics requests = start(Map.of());

  @Test
  void aMillionMethodsAreOneSeries() {
    for (int i = 0; i < MILLION; i++) {
      serve("HACK" + i, "/a", 405, null);
    }

    assertThat(series("http.server.request.duration")).isEqualTo(1);
    assertThat(served()).isEqualTo(MILLION);
    assertThat(active("_OTHER")).isZero();
  }

  /** Routes are templates, but nobody knows what an application makes of them. */
  @Test
  void aMillionRoutesAreAsManySeriesAsThereMayBeAndOne() {
    requests = start(Map.of("sereno.metrics.max-series", "" + LIMIT));
    for (int i = 0; i < MILLION; i++) {
      requests.begun(context("GET", "/hostile/" + i));
      requests.ended(ended(context("GET", "/hostile/" + i), 200 + i % 400, null));
    }

    assertThat(served()).isEqualTo(MILLION);
    assertThat(series("http.server.request.duration")).isEqualTo(LIMIT + 1);
    assertThat(series("http.server.request.body.size")).isEqualTo(LIMIT + 1);
    assertThat(series("http.server.response.body.size")).isEqualTo(LIMIT + 1);
    assertThat(series("http.server.request.db.queries")).isEqualTo(LIMIT + 1);
    assertThat(series("http.server.request.errors")).isLessThanOrEqualTo(LIMIT + 1);
    assertThat(errors()).isEqualTo(MILLION / 4.0);
    assertThat(
            registry
                .get("sereno.metrics.overflow")
                .tag("meter", "http.server.request.duration")
                .functionCounter()
                .count())
        .isEqualTo(MILLION - LIMIT);
  }

  @Test
  void thousandsOfExceptionTypesAreAsManySeriesAsThereMayBeAndOne() throws Exception {
    requests = start(Map.of("sereno.metrics.max-series", "" + LIMIT));
    int types = 2_000;
    for (int i = 0; i < types; i++) {
      RuntimeException failure = failureOfANewType();
      for (int j = 0; j < 3; j++) {
        requests.begun(context("GET", "/a"));
        requests.ended(ended(context("GET", "/a"), 500, failure));
      }
    }

    assertThat(served()).isEqualTo(3L * types);
    assertThat(errors()).isEqualTo(3.0 * types);
    assertThat(series("http.server.request.duration")).isEqualTo(LIMIT + 1);
    assertThat(series("http.server.request.errors")).isLessThanOrEqualTo(LIMIT + 1);
  }

  @Test
  void aSlowRegistryHoldsUpNobodyElse() throws Exception {
    CountDownLatch making = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    registry
        .config()
        .meterFilter(
            new MeterFilter() {
              @Override
              public Meter.Id map(Meter.Id id) {
                if ("/slow".equals(id.getTag("http.route"))) {
                  making.countDown();
                  Waiting.until(released);
                }
                return id;
              }
            });
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<?> slow = threads.submit(() -> serve("GET", "/slow", 200, null));
      Waiting.until(making);
      threads.submit(() -> serve("GET", "/other", 200, null)).get(5, TimeUnit.SECONDS);

      assertThat(slow.isDone()).isFalse();
      released.countDown();
      slow.get(5, TimeUnit.SECONDS);
    } finally {
      threads.shutdownNow();
    }
    assertThat(served()).isEqualTo(2);
  }

  @Test
  void whatIsUnderWayIsCountedByMethod() {
    requests.begun(context("GET", null));
    requests.begun(context("POST", null));
    requests.begun(context("POST", null));
    requests.ended(ended(context("POST", "/a"), 200, null));

    assertThat(active("GET")).isEqualTo(1);
    assertThat(active("POST")).isEqualTo(1);
    assertThat(active("DELETE")).isZero();
  }

  @Test
  void errorsAreCountedByRouteAndType() {
    serve("GET", "/a", 500, new IllegalStateException("expected by a test"));
    serve("GET", "/a", 503, null);
    serve("GET", "/b", 404, null);

    assertThat(errors("/a", "java.lang.IllegalStateException")).isEqualTo(1);
    assertThat(errors("/a", "503")).isEqualTo(1);
    assertThat(errors()).isEqualTo(2);
  }

  @Test
  void aRateOfErrorsHasSomethingToBeginWith() {
    assertThat(errors("unmatched", "500")).isZero();
    serve("GET", "/a", 200, null);
    assertThat(errors("/a", "500")).isZero();
    assertThat(registry.get("sereno.metrics.overflow").functionCounter().count()).isZero();
  }

  @Test
  void bodiesAreMeasuredWhereSomebodyHasCountedThem() {
    requests.begun(context("PUT", "/a"));
    requests.ended(
        new EndedRequest(context("PUT", "/a"), "/a", 200, 1, 70, 5_000, 0, 0, null, Map.of()));
    requests.begun(context("PUT", "/a"));
    requests.ended(
        new EndedRequest(
            context("PUT", "/a"),
            "/a",
            200,
            1,
            EndedRequest.UNKNOWN,
            EndedRequest.UNKNOWN,
            0,
            0,
            null,
            Map.of()));

    assertThat(registry.get("http.server.request.body.size").summary().totalAmount())
        .isEqualTo(5_000);
    assertThat(registry.get("http.server.request.body.size").summary().count()).isEqualTo(1);
    assertThat(registry.get("http.server.response.body.size").summary().totalAmount())
        .isEqualTo(70);
    assertThat(served()).isEqualTo(2);
  }

  @Test
  void bucketsCanBeChosen() {
    assertThat(settings(Map.of("sereno.metrics.requests.buckets", "1s, 20ms")).requests().buckets())
        .containsExactly(Duration.ofMillis(20), Duration.ofSeconds(1));
    assertThat(settings(Map.of("sereno.metrics.requests.buckets", "none")).requests().buckets())
        .isEmpty();
  }

  @Test
  void settingsThatCannotBeAreToldWithARemedy() {
    Settings wrong =
        TestSettings.of(
            Map.of(
                "sereno.metrics.requests.buckets", "5ms,fast",
                "sereno.metrics.max-series", "0",
                "sereno.metrics.max-series-by-meter", "orders=many"));
    MetricsSettings read = MetricsSettings.read(wrong);

    assertThat(read.requests()).isEqualTo(RequestSettings.DEFAULT);
    assertThat(wrong.problems())
        .extracting(Object::toString)
        .anyMatch(problem -> problem.contains("sereno.metrics.requests.buckets"))
        .anyMatch(problem -> problem.contains("sereno.metrics.max-series"))
        .anyMatch(problem -> problem.contains("orders.placed=5000"));
  }

  private RequestMetrics start(Map<String, String> values) {
    registry = new SimpleMeterRegistry();
    MetricsSettings settings = settings(values);
    Figures figures = new Figures();
    CardinalityGuard guard = new CardinalityGuard(settings.limits(), figures);
    guard.guard(registry);
    figures.forEach(new FigureMeters(registry));
    return new RequestMetrics(new RequestMeters(registry, settings.requests(), true), guard);
  }

  private static MetricsSettings settings(Map<String, String> values) {
    return MetricsSettings.read(TestSettings.of(values));
  }

  private void serve(String method, String route, int status, @Nullable Throwable failure) {
    requests.begun(context(method, null));
    requests.ended(ended(context(method, route), status, failure));
  }

  private static Context context(String method, @Nullable String route) {
    return new Context("r", "t", "s", null, "127.0.0.1", method, "/x", route);
  }

  private static EndedRequest ended(Context context, int status, @Nullable Throwable failure) {
    return new EndedRequest(context, "/x", status, 1_000, 0, 0, 0, 0, failure, Map.of());
  }

  private int series(String meter) {
    return registry.find(meter).meters().size();
  }

  private long served() {
    return registry.get("http.server.request.duration").timers().stream()
        .mapToLong(Timer::count)
        .sum();
  }

  private double errors() {
    return registry.get("http.server.request.errors").counters().stream()
        .mapToDouble(io.micrometer.core.instrument.Counter::count)
        .sum();
  }

  private double errors(String route, String type) {
    return registry
        .get("http.server.request.errors")
        .tag("http.route", route)
        .tag("error.type", type)
        .counter()
        .count();
  }

  private double active(String method) {
    return registry
        .get("http.server.active_requests")
        .tag("http.request.method", method)
        .gauge()
        .value();
  }

  private static RuntimeException failureOfANewType() throws ReflectiveOperationException {
    return (RuntimeException)
        MethodHandles.lookup()
            .defineHiddenClass(CODE, true)
            .lookupClass()
            .getDeclaredConstructor()
            .newInstance();
  }

  private static byte[] code() {
    try (InputStream in =
        RequestMetricsTest.class.getResourceAsStream("RequestMetricsTest$HiddenFailure.class")) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Is defined again and again, each time with a name of its own. */
  public static final class HiddenFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
