package io.sereno.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.FakeCall;
import io.sereno.FakeRequest;
import io.sereno.FakeResponse;
import io.sereno.Timed;
import io.sereno.context.Context;
import io.sereno.context.EndedRequest;
import io.sereno.context.RequestObserver;
import io.sereno.endpoints.Door;
import io.sereno.endpoints.DoorSettings;
import io.sereno.figures.Figures;
import io.sereno.invocation.BeanMethod;
import io.sereno.invocation.CallObserver;
import io.sereno.invocation.Interest;
import io.sereno.settings.Settings;
import io.sereno.settings.TestSettings;
import jakarta.servlet.ServletException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetricsTest {

  static class Invoices {
    @Timed
    public void approve() {}

    @Timed(name = "invoice.payment")
    public void pay() {}

    public void list() {}
  }

  private final FakeCall call = new FakeCall();
  private final Figures figures = new Figures();
  private final Metrics metrics = new Metrics(figures);

  @Test
  void timesCallsByOutcome() throws Exception {
    CallObserver observer = observer("approve", Map.of());
    assertThat(observer.begun(call)).isEqualTo(Interest.DURATION);
    observer.succeeded(call, 1_000_000_000, null);
    observer.succeeded(call, 500_000_000, null);
    observer.failed(call, 250_000_000, new IllegalStateException("expected by a test"));

    String tags =
        "{class=\""
            + Invoices.class.getName()
            + "\",error_type=\"%s\",method=\"approve\",outcome=\"%s\"} ";
    assertThat(scrape(null))
        .contains(
            "method_timed_seconds_count" + tags.formatted("", "success") + "2",
            "method_timed_seconds_sum" + tags.formatted("", "success") + "1.5",
            "method_timed_seconds_count"
                + tags.formatted("java.lang.IllegalStateException", "failure")
                + "1");
  }

  @Test
  void aTimerMayHaveANameOfItsOwn() throws Exception {
    observer("pay", Map.of()).succeeded(call, 1, null);
    observer("approve", Map.of("Timed/name", "approval")).succeeded(call, 1, null);

    assertThat(names()).contains("invoice_payment_seconds_count", "approval_seconds_count");
  }

  @Test
  void methodsThatAreNotTimedAreNotObserved() throws Exception {
    assertThat(observer("list", Map.of())).isSameAs(CallObserver.noop());
    assertThat(observer("approve", Map.of("Timed/enabled", "false"))).isSameAs(CallObserver.noop());
  }

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

  private List<String> names() throws Exception {
    return scrape(null).lines().map(line -> line.replaceFirst("[{ ].*", "")).toList();
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

  private CallObserver observer(String method, Map<String, String> values) throws Exception {
    return metrics.observe(
        new BeanMethod(Invoices.class, Invoices.class.getMethod(method)), TestSettings.of(values));
  }
}
