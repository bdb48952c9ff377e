package io.sereno.it.metrics;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sereno.it.Http;
import io.sereno.it.Promtool;
import java.net.URL;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;

@ArquillianTest
@RunAsClient
class MetricsIT {

  @ArquillianResource URL root;

  @Test
  void requestsAreMeasuredByTheirTemplate() {
    Http.at(root).get("api/counted/1");
    Http.at(root).get("api/counted/2");

    awaitCount(request("GET", "200", "/fat/api/counted/{id}"), 2);
  }

  @Test
  void pathsThatLeadNowhereAreOneSeries() {
    Http.at(root).send("PATCH", "api/nowhere/1"); // a method that no other test uses
    Http.at(root).send("PATCH", "api/nowhere/2");

    awaitCount(request("PATCH", "404", "unmatched"), 2);
  }

  @Test
  void anAsynchronousRequestIsMeasuredToItsEnd() {
    double before = value(sum("/fat/api/context/later"));

    Http.at(root).get("api/context/later");

    await()
        .atMost(10, SECONDS)
        .untilAsserted(
            () -> assertThat(value(sum("/fat/api/context/later"))).isGreaterThan(before + 0.19));
  }

  @Test
  void timedMethodsShowTheirOutcome() {
    Http.at(root).get("api/calls/ejb");
    Http.at(root).get("api/calls/wallet");

    assertThat(scrape())
        .contains(
            "method_timed_seconds_count{class=\"io.sereno.it.logging.CallsEjb\",error_type=\"\","
                + "method=\"wakeMeUp\",outcome=\"success\"}")
        .contains("class=\"io.sereno.it.logging.Wallet\"");
  }

  @Test
  void promtoolAcceptsTheScrape() throws Exception {
    Http.at(root).get("api/calls/succeed");

    Promtool.checkMetrics(scrape());
  }

  /** A response may reach the client before it is counted. */
  private void awaitCount(String series, int count) {
    await().atMost(10, SECONDS).untilAsserted(() -> assertThat(value(series)).isEqualTo(count));
  }

  private static String request(String method, String status, String route) {
    return "http_server_request_duration_seconds_count{error_type=\"\",http_request_method=\"%s\","
            .formatted(method)
        + "http_response_status_code=\"%s\",http_route=\"%s\"}".formatted(status, route);
  }

  private static String sum(String route) {
    return request("GET", "200", route).replace("_count{", "_sum{");
  }

  private double value(String series) {
    Matcher matcher =
        Pattern.compile("(?m)^" + Pattern.quote(series) + " (\\S+)$").matcher(scrape());
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
  }

  private String scrape() {
    Http.Response response =
        Http.at(root).get("sereno/metrics", "Authorization", "Bearer it-token");
    assertThat(response.status()).isEqualTo(200);
    return response.body();
  }
}
