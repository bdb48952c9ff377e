package io.sereno.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sereno.context.Context;
import io.sereno.context.EndedRequest;
import io.sereno.figures.Figures;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuerySeriesTest {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final RequestMetrics metrics = metrics(true);

  private RequestMetrics metrics(boolean statements) {
    return new RequestMetrics(
        new RequestMeters(registry, RequestSettings.DEFAULT, statements),
        new CardinalityGuard(SeriesLimits.DEFAULT, new Figures()));
  }

  @Test
  void countsTheStatementsOfRequestsByMethodAndRoute() {
    metrics.ended(ended("GET", 0, 0));
    metrics.ended(ended("GET", 11, 2_000_000_000));
    metrics.ended(ended("GET", 101, 1_000_000_000));
    metrics.ended(ended("BREW", 2, 5));

    assertThat(lines("http_server_request_db_queries_bucket", "GET"))
        .extracting(line -> line.replaceFirst(".*le=\"(.*)\"} ", "$1 "))
        .containsExactly(
            "1.0 1",
            "2.0 1",
            "5.0 1",
            "10.0 1",
            "20.0 2",
            "50.0 2",
            "100.0 2",
            "200.0 3",
            "500.0 3",
            "1000.0 3",
            "+Inf 3");
    assertThat(lines("http_server_request_db_queries_sum", ""))
        .containsExactlyInAnyOrder(
            "http_server_request_db_queries_sum"
                + "{http_request_method=\"GET\",http_route=\"/app/{id}\"} 112.0",
            "http_server_request_db_queries_sum"
                + "{http_request_method=\"_OTHER\",http_route=\"/app/{id}\"} 2.0");
    assertThat(lines("http_server_request_db_duration_seconds_sum", "GET"))
        .containsExactly(
            "http_server_request_db_duration_seconds_sum"
                + "{http_request_method=\"GET\",http_route=\"/app/{id}\"} 3.0");
  }

  @Test
  void countsNothingWhereStatementsAreNotSeen() {
    metrics(false).ended(ended("GET", 0, 0));

    assertThat(lines("http_server_request_duration_seconds_count", "GET")).hasSize(1);
    assertThat(lines("http_server_request_db_", "")).isEmpty();
  }

  private static EndedRequest ended(String method, long statements, long nanos) {
    Context context = new Context("r", "t", "s", null, "127.0.0.1", method, "/app/7", "/app/{id}");
    return new EndedRequest(context, "/7", 200, 1, 0, 0, statements, nanos, null, Map.of());
  }

  private List<String> lines(String start, String part) {
    return registry
        .scrape()
        .lines()
        .filter(line -> line.startsWith(start) && line.contains(part))
        .toList();
  }
}
