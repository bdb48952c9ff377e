package io.sereno.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.FakeRequest;
import io.sereno.FakeResponse;
import io.sereno.context.Context;
import io.sereno.context.EndedRequest;
import io.sereno.context.RequestObserver;
import io.sereno.endpoints.Door;
import io.sereno.endpoints.DoorSettings;
import io.sereno.figures.Figures;
import io.sereno.settings.Settings;
import io.sereno.settings.TestSettings;
import jakarta.servlet.ServletException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetricsTest {

  private final Figures figures = new Figures();
  private final Metrics metrics = new Metrics(figures);

  @Test
  void measuresRequestsInOpenTelemetrysBuckets() throws Exception {
    RequestObserver requests = metrics.requests();
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
    RequestObserver requests = metrics.requests();
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
    for (int i = 0; i < 100; i++) {
      metrics.requests().ended(request("HACK" + i, "/a", 405, null));
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

  @Test
  void speaksOpenMetricsToWhoAsksForIt() throws Exception {
    assertThat(scrape("application/openmetrics-text; version=1.0.0")).endsWith("# EOF\n");
    assertThat(scrape("text/html")).doesNotContain("# EOF");
  }

  private String scrape(@Nullable String accept) throws Exception {
    Settings settings = TestSettings.of(Map.of("sereno.metrics.access", "public"));
    MetricsSettings own = MetricsSettings.read(settings);
    Door door = new Door(DoorSettings.read(settings), own.endpoint());
    FakeRequest request = new FakeRequest("GET", "/app/sereno/metrics");
    FakeResponse response = new FakeResponse();
    metrics
        .endpoint(own.endpoint(), door, figures.failures())
        .service(
            (jakarta.servlet.ServletRequest)
                (accept == null ? request : request.header("Accept", accept)).get(),
            response.get());
    assertThat(response.status()).isEqualTo(200);
    return response.body();
  }

  private static EndedRequest request(
      String method, String route, int status, @Nullable Throwable failure) {
    Context context = new Context("r", "t", "s", null, "127.0.0.1", method, "/x", route);
    return new EndedRequest(context, "/x", status, 30_000_000, 0, 0, 0, failure, Map.of());
  }
}
