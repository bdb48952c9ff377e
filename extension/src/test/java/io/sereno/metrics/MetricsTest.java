package io.sereno.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.FakeRequest;
import io.sereno.FakeResponse;
import io.sereno.context.Context;
import io.sereno.context.ContextScope;
import io.sereno.context.EndedRequest;
import io.sereno.context.RequestObserver;
import io.sereno.endpoints.Door;
import io.sereno.endpoints.DoorSettings;
import io.sereno.endpoints.EndpointSettings;
import io.sereno.figures.Figures;
import io.sereno.settings.Settings;
import io.sereno.settings.TestSettings;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN = "00f067aa0ba902b7";

  private final Figures figures = new Figures();
  private final Metrics metrics =
      new Metrics(
          MetricsSettings.read(TestSettings.of(Map.of())), figures, getClass().getClassLoader());

  @Test
  void measuresRequestsInOpenTelemetrysBuckets() throws Exception {
    RequestObserver requests = metrics.requests(true).orElseThrow();
    requests.ended(request("GET", "/app/things/{id}", 200, null));
    requests.ended(request("GET", "/app/things/{id}", 200, null));

    String tags =
        "{error_type=\"\",http_request_method=\"GET\",http_response_status_code=\"200\",http_route=\"/app/things/{id}\"";
    assertThat(scrape(null))
        .contains(
            "http_server_request_duration_seconds_bucket" + tags + ",le=\"0.005\"} 0",
            "http_server_request_duration_seconds_bucket" + tags + ",le=\"0.05\"} 2",
            "http_server_request_duration_seconds_bucket" + tags + ",le=\"+Inf\"} 2",
            "http_server_request_duration_seconds_count" + tags + "} 2");
  }

  @Test
  void namesWhatWentWrong() throws Exception {
    RequestObserver requests = metrics.requests(true).orElseThrow();
    requests.ended(
        request("GET", "/a", 500, new ServletException(new IllegalStateException("expected"))));
    requests.ended(request("GET", "/b", 503, null));
    requests.ended(request("GET", "/c", 404, null));

    assertThat(scrape(null))
        .contains(
            "count{error_type=\"java.lang.IllegalStateException\",http_request_method=\"GET\",http_response_status_code=\"500\"",
            "count{error_type=\"503\",http_request_method=\"GET\",http_response_status_code=\"503\"",
            "count{error_type=\"\",http_request_method=\"GET\",http_response_status_code=\"404\"");
  }

  @Test
  void inventedMethodsShareASeries() throws Exception {
    RequestObserver requests = metrics.requests(true).orElseThrow();
    for (int i = 0; i < 100; i++) {
      requests.ended(request("HACK" + i, "/a", 405, null));
    }

    assertThat(
            scrape(null)
                .lines()
                .filter(l -> l.startsWith("http_server_request_duration_seconds_count")))
        .singleElement()
        .asString()
        .contains("http_request_method=\"_OTHER\"")
        .endsWith(" 100");
  }

  @Test
  void showsEveryFigure() throws Exception {
    figures.counter("sereno.audit.events", "Audit events written", Map.of()).add(3);
    figures.gauge("sereno.queue.size", "Records waiting", Map.of("outlet", "file"), () -> 7);

    assertThat(scrape(null))
        .contains("sereno_audit_events_total 3.0", "sereno_queue_size{outlet=\"file\"} 7.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/openmetrics-text; version=1.0.0",
        "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1",
        "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,text/plain;version=0.0.4;q=0.3,*/*;q=0.2",
        "text/plain, application/openmetrics-text",
        "application/*"
      })
  void speaksOpenMetricsToWhoPrefersIt(String accept) throws Exception {
    assertThat(scrape(accept)).endsWith("# EOF\n");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "*/*",
        "",
        "text/html",
        "nonsense",
        "application/openmetrics-text;q=0, */*",
        "application/openmetrics-text;q=0.3, text/plain;q=0.8",
        "application/openmetrics-text;q=high, text/plain;q=0.1"
      })
  void speaksPrometheussTextToAllOthers(@Nullable String accept) throws Exception {
    assertThat(scrape(accept)).contains("# TYPE").doesNotContain("# EOF");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip|true",
        "deflate, gzip;q=0.5|true",
        "*|true",
        "gzip;q=0|false",
        "identity, gzip;q=0.5|false",
        "br|false",
        "gzip;q=0, *|false"
      })
  void isCompressedForWhoLikesThat(String accept, boolean compressed) throws Exception {
    FakeResponse response = answer(get().header("Accept-Encoding", accept));

    assertThat(response.headers("Content-Encoding").contains("gzip")).isEqualTo(compressed);
    InputStream body = new ByteArrayInputStream(response.bytes());
    assertThat(new String((compressed ? new GZIPInputStream(body) : body).readAllBytes(), UTF_8))
        .isEqualTo(answer(get()).body());
  }

  @Test
  void aHeadIsAnsweredWithTheHeadersAlone() throws Exception {
    FakeResponse response =
        answer(new FakeRequest("HEAD", "/app/sereno/metrics").header("Accept-Encoding", "gzip"));

    assertThat(response.body()).isEmpty();
    assertThat(response.headers("Content-Type"))
        .containsExactly("text/plain; version=0.0.4; charset=utf-8");
    assertThat(response.headers("Content-Encoding")).containsExactly("gzip");
    assertThat(response.headers("Cache-Control")).containsExactly("no-store");
  }

  @Test
  void metersCanBeChosenByTheNamesOfTheirSamples() throws Exception {
    metrics.requests(true).orElseThrow().ended(request("GET", "/a", 200, null));
    figures.counter("sereno.audit.events", "Audit events written", Map.of()).add(3);

    String chosen =
        answer(get().parameter("sereno_audit_events_total", "http_server_active_requests")).body();

    assertThat(chosen.lines().filter(line -> line.startsWith("# TYPE")))
        .containsExactly(
            "# TYPE http_server_active_requests gauge", "# TYPE sereno_audit_events_total counter");
    assertThat(answer(get().parameter("http_server_request_duration_seconds_bucket")).body())
        .contains("http_server_request_duration_seconds_count{");
  }

  @Test
  void examplesOfATraceStandInOpenMetricsAlone() throws Exception {
    RequestObserver requests = metrics.requests(true).orElseThrow();
    Context context =
        new Context("r", TRACE, SPAN, null, "127.0.0.1", "GET", "/x", "/traced", true);
    try (ContextScope scope = context.open()) {
      assertThat(scope).isNotNull();
      requests.ended(request("GET", "/traced", 200, null));
    }
    try (ContextScope scope =
        new Context("r", TRACE, SPAN, null, null, "GET", "/x", "/untraced", false).open()) {
      assertThat(scope).isNotNull();
      requests.ended(request("GET", "/untraced", 200, null));
    }

    String example = "# {span_id=\"" + SPAN + "\",trace_id=\"" + TRACE + "\"} 0.03 ";
    assertThat(scrape("application/openmetrics-text").lines())
        .filteredOn(line -> line.contains(example))
        .singleElement()
        .asString()
        .contains("http_route=\"/traced\",le=\"0.05\"");
    assertThat(scrape(null)).doesNotContain(TRACE);
  }

  @Test
  void examplesCanBeSwitchedOff() throws Exception {
    Metrics without =
        new Metrics(
            MetricsSettings.read(
                TestSettings.of(
                    Map.of(
                        "sereno.metrics.exemplars", "false", "sereno.metrics.access", "public"))),
            figures,
            getClass().getClassLoader());
    try (ContextScope scope =
        new Context("r", TRACE, SPAN, null, null, "GET", "/x", "/traced", true).open()) {
      assertThat(scope).isNotNull();
      without.requests(true).orElseThrow().ended(request("GET", "/traced", 200, null));
    }

    assertThat(answer(without, get().header("Accept", "application/openmetrics-text")).body())
        .contains("/traced")
        .doesNotContain(TRACE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"javax.cache", "jboss.as"})
  void foreignMBeansThatFailTakeNoOtherMeterAlong(String domain) throws Exception {
    figures.counter("sereno.audit.events", "Audit events written", Map.of()).add(3);
    try (ForeignMBeans foreign = ForeignMBeans.open()) {
      foreign.fail("queryNames", domain, new NoClassDefFoundError("expected"));

      assertThat(scrape(null))
          .contains("sereno_audit_events_total 3.0")
          .contains("sereno_failures_total{feature=\"metrics\"} 1.0");
    }
  }

  private String scrape(@Nullable String accept) throws Exception {
    FakeResponse response = answer(accept == null ? get() : get().header("Accept", accept));
    assertThat(response.status()).isEqualTo(200);
    return response.body();
  }

  private static FakeRequest get() {
    return new FakeRequest("GET", "/app/sereno/metrics");
  }

  private FakeResponse answer(FakeRequest request) throws Exception {
    return answer(metrics, request);
  }

  private static FakeResponse answer(Metrics metrics, FakeRequest request) throws Exception {
    Settings settings = TestSettings.of(Map.of("sereno.metrics.access", "public"));
    Door door = new Door(DoorSettings.read(settings), EndpointSettings.read(settings, "metrics"));
    FakeResponse response = new FakeResponse();
    metrics.endpoint(door).service((ServletRequest) request.get(), response.get());
    return response;
  }

  private static EndedRequest request(
      String method, String route, int status, @Nullable Throwable failure) {
    Context context = new Context("r", "t", "s", null, "127.0.0.1", method, "/x", route);
    return new EndedRequest(context, "/x", status, 30_000_000, 0, 0, 0, 0, failure, Map.of());
  }
}
