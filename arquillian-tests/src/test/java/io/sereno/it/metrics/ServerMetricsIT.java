package io.sereno.it.metrics;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sereno.it.Http;
import io.sereno.it.OnlyOn;
import io.sereno.it.Server;
import java.net.URL;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;

/** Sereno's meters where a server with MicroProfile Metrics shows its own. */
@OnlyOn(Server.PAYARA)
@ArquillianTest
@RunAsClient
class ServerMetricsIT {

  @ArquillianResource URL root;

  @Test
  void theServerShowsWhatTheScrapeShows() {
    for (int i = 0; i < 3; i++) {
      assertThat(Http.at(root).get("measured/bridged").body()).isEqualTo("measured");
    }
    assertThat(Http.at(root).get("api/timed/bridged").body()).isEqualTo("bridged");

    String request =
        "http_server_request_duration_seconds_%s{error_type=\"\",http_request_method=\"GET\","
            + "http_response_status_code=\"200\",http_route=\"/fat/measured/bridged\"";
    String timed =
        "method_timed_seconds_%s{class=\"io.sereno.it.metrics.TimedResource\",error_type=\"\","
            + "method=\"bridged\",outcome=\"success\"";
    await()
        .atMost(20, SECONDS)
        .untilAsserted(
            () -> {
              assertThat(value(ofTheServer(), request.formatted("count"))).isEqualTo(3);
              assertThat(value(ofTheServer(), timed.formatted("count"))).isEqualTo(1);
              for (String each : new String[] {request, timed}) {
                for (String part : new String[] {"count", "sum"}) {
                  assertThat(value(ofTheServer(), each.formatted(part)))
                      .isEqualTo(value(scrape(), each.formatted(part)));
                }
              }
            });
    assertThat(ofTheServer())
        .contains("http_server_active_requests{http_request_method=\"GET\"")
        .doesNotContain("http_server_request_duration_seconds_bucket", "quantile=", "sereno_");
  }

  /** Of the line that begins so, whatever tags the server adds; 0 without one. */
  private static double value(String text, String begin) {
    Matcher matcher =
        Pattern.compile("(?m)^" + Pattern.quote(begin) + "[^}]*} (\\S+)$").matcher(text);
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
  }

  private String scrape() {
    return Http.at(root).get("sereno/metrics", "Authorization", "Bearer it-token").body();
  }

  /** Without the tag that the server adds to all. */
  private String ofTheServer() {
    String body = Http.at(root).get("/metrics?scope=application").body();
    return body.replace(",mp_scope=\"application\"", "");
  }
}
