package io.sereno.it.metrics;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sereno.it.Http;
import io.sereno.monitoring.Prometheus;
import io.sereno.monitoring.Promtool;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ArquillianTest
@RunAsClient
class MetricsIT {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4737";

  @ArquillianResource URL root;

  @TempDir Path folder;

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
  void subResourcesKeepTheTemplateOfTheirParent() {
    Http.at(root).get("api/counted/1/parts/2");
    Http.at(root).get("api/counted/1/spare/wheel/3");

    awaitCount(request("GET", "200", "/fat/api/counted/{id}/parts/{part}"), 1);
    awaitCount(request("GET", "200", "/fat/api/counted/{id}/spare/{kind}/{part}"), 1);
  }

  @Test
  void workThatIsDispatchedAtOnceIsMeasuredToItsEnd() {
    assertThat(Http.at(root).get("measured/dispatched").status()).isEqualTo(202);

    awaitCount(request("GET", "202", "/fat/measured/dispatched"), 1);
    assertThat(scrape()).doesNotContain(request("GET", "200", "/fat/measured/dispatched"));
  }

  @Test
  void aTimeOutIsMeasuredOnce() {
    Http.Response response = Http.at(root).get("measured/timeout");

    assertThat(response.status()).isEqualTo(500);
    awaitCount(counts("measured/timeout"), 1);
    assertThat(errors("/fat/measured/timeout")).isEqualTo(1);
  }

  @Test
  void anExceptionCountsByTypeAndRoute() {
    Http.at(root).get("measured/broken");

    await()
        .atMost(10, SECONDS)
        .untilAsserted(
            () ->
                assertThat(
                        value(
                            "http_server_request_errors_total{error_type=\"%s\",http_route=\"%s\"}"
                                .formatted(
                                    MeasuredServlet.CountedFailure.class.getName(),
                                    "/fat/measured/broken")))
                    .isEqualTo(1));
    awaitCount(counts("measured/broken"), 1);
  }

  @Test
  void whoHangsUpCounts() throws Exception {
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      send(socket, "GET /fat/measured/endless HTTP/1.1");
      socket.getInputStream().readNBytes(100);
    }

    awaitCount(counts("measured/endless"), 1);
    awaitNobodyElse();
  }

  @Test
  void bodiesAreMeasuredAsTheyAreReadAndWritten() {
    Http.at(root).post("measured/echo", "sch\u00f6n");
    Http.at(root)
        .post("measured/form", "name=ada", "Content-Type", "application/x-www-form-urlencoded");

    awaitSize("request", "/fat/measured/echo", 6);
    awaitSize("response", "/fat/measured/echo", 6);
    awaitSize("request", "/fat/measured/form", 8);
    awaitSize("response", "/fat/measured/form", 3);
  }

  @Test
  void aForwardIsOneRequest() {
    Http.at(root).get("measured/forwarded");

    awaitCount(request("GET", "200", "/fat/measured/forwarded"), 1);
    awaitNobodyElse();
  }

  @Test
  void hostileRequestsMakeNoSeries() throws Exception {
    Http.at(root).get("api/counted/1");
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      lines.add("GET /fat/hostile/" + i + " HTTP/1.1");
      lines.add("HOSTILE" + i + " /fat/api/counted/1 HTTP/1.1");
      lines.add("GET /fat/api;hostile=" + i + "/counted/1 HTTP/1.1");
      lines.add("GET /fat;hostile=" + i + "/api/counted/1 HTTP/1.1");
      lines.add("GET /fat/" + "/".repeat(i) + "api/counted/1 HTTP/1.1");
      lines.add("GET /fat/hostile" + i + "/../api/counted/1 HTTP/1.1");
      lines.add("GET /fat/api/counted/1?hostile=" + i + " HTTP/1.1\r\nX-Hostile" + i + ": " + i);
      lines.add("GET http://hostile" + i + "/fat/api/counted/1 HTTP/1.1");
    }
    for (String path : List.of("f%61t/api", "%66%61t/api", "fat/%61pi", "fat/a%70i", "fat/./api")) {
      lines.add("GET /" + path + "/counted/1 HTTP/1.1");
    }
    for (String line : lines) {
      answer(line);
    }

    String scrape = scrape();
    assertThat(scrape).doesNotContainIgnoringCase("hostile", "%61", "%66", "%70", ";", "/./", "//");
    assertThat(routes(scrape)).allMatch(route -> route.matches("/fat/.*|unmatched"));
    assertThat(scrape).contains("http_request_method=\"_OTHER\"");
  }

  @Test
  void theScrapeIsCompressedForWhoLikesThat() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(root.toURI().resolve("sereno/metrics"))
            .header("Authorization", "Bearer it-token")
            .header("Accept-Encoding", "br;q=1, gzip;q=0.8")
            .header("Accept", "application/openmetrics-text; version=1.0.0")
            .build();
    HttpResponse<InputStream> response =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());

    assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/openmetrics-text");
    try (InputStream body = new GZIPInputStream(response.body())) {
      assertThat(new String(body.readAllBytes(), UTF_8)).endsWith("# EOF\n");
    }
    Http.Response head =
        Http.at(root).send("HEAD", "sereno/metrics", "Authorization", "Bearer it-token");
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(
            Http.at(root).post("sereno/metrics", "", "Authorization", "Bearer it-token").status())
        .isEqualTo(405);
  }

  @Test
  void aRealPrometheusFindsTheTraceBehindAMeasurement() throws Exception {
    try (Prometheus prometheus = Prometheus.start(scraping(root))) {
      Http.at(root).get("measured/traced", "traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01");

      String query =
          "api/v1/query_exemplars?start=%d&end=%d&query=".formatted(now() - 60, now() + 600)
              + URLEncoder.encode(
                  "http_server_request_duration_seconds_bucket{http_route=\"/fat/measured/traced\"}",
                  UTF_8);
      await()
          .atMost(30, SECONDS)
          .untilAsserted(
              () ->
                  assertThat(prometheus.ask(query).toString())
                      .contains("\"trace_id\":\"" + TRACE + "\""));
    }
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

  @Test
  void whatIsThereWithoutAnybodysDoingIsMeasured() {
    assertThat(scrape())
        .contains(
            "jvm_memory_used_bytes{area=\"heap\"",
            "jvm_threads_live_threads ",
            "jvm_classes_loaded_classes ",
            "process_cpu_usage ",
            "process_files_open_files ",
            "process_uptime_seconds ");
  }

  @Test
  void whatTheApplicationMeasuresItselfIsThere() {
    Http.at(root).get("api/counted/1/own");

    assertThat(scrape()).contains("it_orders_placed_total{kind=\"express\"} 1.0");
  }

  @Test
  void countersWithKnownLabelsAreThereFromTheStart() {
    assertThat(scrape())
        .contains(
            "sereno_log_records_total{level=\"CRITICAL\",logger_group=\"server\"} 0.0",
            "sereno_dropped_total{outlet=\"console\",reason=\"failed\"} 0.0",
            "sereno_audit_events_total{kind=\"system\",outcome=\"failure\"} 0.0");
  }

  @Test
  void recordsAreCountedByLevelAndGroup() {
    String series = "sereno_log_records_total{level=\"INFO\",logger_group=\"sereno\"}";
    double before = value(series);

    Http.at(root).get("static.txt"); // its access record

    await()
        .atMost(10, SECONDS)
        .untilAsserted(() -> assertThat(value(series)).isGreaterThan(before));
  }

  @Test
  void healthShowsWhatWasFoundLast() {
    Http.at(root).get("sereno/health", "Authorization", "Bearer it-token");

    assertThat(scrape()).containsPattern("sereno_health_status\\{check=\"database:[^\"]+\"} 1.0");
  }

  /** The configuration of a Prometheus that scrapes the WAR each second. */
  private Path scraping(URL war) throws IOException {
    return Files.writeString(
        folder.resolve("prometheus.yml"),
        """
        global:
          scrape_interval: 1s
        scrape_configs:
          - job_name: war
            metrics_path: %ssereno/metrics
            authorization:
              credentials: it-token
            static_configs:
              - targets: ["%s:%d"]
        """
            .formatted(war.getPath(), war.getHost(), war.getPort()));
  }

  private static long now() {
    return System.currentTimeMillis() / 1_000;
  }

  /** Requests of any outcome to one of the measured servlet's paths. */
  private static Pattern counts(String path) {
    return Pattern.compile(
        "(?m)^http_server_request_duration_seconds_count\\{.*http_route=\"/fat/"
            + path
            + "\"} (\\S+)$");
  }

  private void awaitCount(Pattern series, int count) {
    await().atMost(10, SECONDS).untilAsserted(() -> assertThat(sum(series)).isEqualTo(count));
  }

  private double sum(Pattern series) {
    return series
        .matcher(scrape())
        .results()
        .mapToDouble(found -> Double.parseDouble(found.group(1)))
        .sum();
  }

  private double errors(String route) {
    return sum(
        Pattern.compile(
            "(?m)^http_server_request_errors_total\\{.*http_route=\"" + route + "\"} (\\S+)$"));
  }

  /** Nobody but the scrape itself. */
  private void awaitNobodyElse() {
    await()
        .atMost(20, SECONDS)
        .untilAsserted(
            () ->
                assertThat(value("http_server_active_requests{http_request_method=\"GET\"}"))
                    .isEqualTo(1));
  }

  private void awaitSize(String direction, String route, int bytes) {
    String series =
        "http_server_%s_body_size_bytes_sum".formatted(direction)
            + request("POST", "200", route).replaceFirst("^[a-z_]+", "");
    await().atMost(10, SECONDS).untilAsserted(() -> assertThat(value(series)).isEqualTo(bytes));
  }

  /** Sends what no client would, and returns the first line that comes back. */
  private String answer(String head) throws IOException {
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      socket.setSoTimeout(20_000);
      send(socket, head);
      byte[] answer = socket.getInputStream().readAllBytes();
      return new String(answer, ISO_8859_1).lines().findFirst().orElse("");
    }
  }

  private void send(Socket socket, String head) throws IOException {
    String request = head + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static Set<String> routes(String scrape) {
    return Pattern.compile("http_route=\"([^\"]*)\"")
        .matcher(scrape)
        .results()
        .map(route -> route.group(1))
        .collect(Collectors.toSet());
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
