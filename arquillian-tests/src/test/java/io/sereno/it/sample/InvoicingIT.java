package io.sereno.it.sample;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sereno.it.Http;
import io.sereno.it.JsonLog;
import io.sereno.it.OnlyOn;
import io.sereno.it.OwnWar;
import io.sereno.it.Server;
import io.sereno.it.ServerOutput;
import io.sereno.monitoring.Promtool;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.File;
import java.io.StringReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sample, exactly as its module builds it, used as its readers would. */
@OwnWar
@OnlyOn({Server.PAYARA, Server.WILDFLY})
@ArquillianTest
class InvoicingIT {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private static final String CUSTOMER =
      """
      {"name":"Ada","email":"ada@example.com","taxId":"12345678Z","iban":"ES9121000418450200051332"}""";

  @ArquillianResource URL root;

  private Http http;

  @Deployment(testable = false)
  static WebArchive invoicing() {
    return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/invoicing.war"));
  }

  @BeforeEach
  void prepare() {
    http = Http.at(root);
  }

  @Test
  void startPageIsPublic() {
    assertThat(root.getPath()).isEqualTo("/invoicing/");
    assertThat(http.get("").status()).isEqualTo(200);
  }

  @Test
  void anInvoiceLivesAndEveryPartOfItIsSeen() {
    ServerOutput output = ServerOutput.fromNow();
    JsonLog log = JsonLog.fromNow();
    long customer = created(post("api/customers", CUSTOMER));
    long invoice =
        created(
            post(
                "api/invoices",
                """
                {"customerId":%d,"lines":[{"description":"Watch","quantity":3,"unitPrice":40}]}"""
                    .formatted(customer)));
    String path = "api/invoices/" + invoice;

    Http.Response approved =
        post(
            path + "/approve",
            "",
            "X-Request-ID",
            "approve-1",
            "traceparent",
            "00-" + TRACE + "-00f067aa0ba902b7-01");
    assertThat(approved.status()).isEqualTo(200);
    assertThat(approved.header("X-Request-ID")).contains("approve-1");
    assertThat(post(path + "/approve", "").status()).isEqualTo(409);
    assertThat(post(path + "/pay", "").status()).isEqualTo(200);
    assertThat(as("clerk", "DELETE", path).status()).isEqualTo(204);
    assertThat(as("clerk", "GET", path).status()).isEqualTo(404);

    List<JsonObject> lines = log.ofRequest("approve-1", 5);
    assertThat(lines)
        .extracting(line -> line.getString("message").replaceAll(" (in|over) .*", ""))
        .containsExactlyInAnyOrder(
            "Invoice " + invoice,
            "Postman.deliver succeeded",
            "clerk invoice.approve id=" + invoice + ": success",
            "clerk entity.updated Invoice " + invoice + ": success",
            "InvoiceService.approve succeeded");
    assertThat(lines).extracting(line -> line.getString("trace.id")).containsOnly(TRACE);
    assertThat(lines).filteredOn(line -> line.containsKey("user.name")).hasSize(3);
    if (Server.current() != Server.PAYARA) { // whose own handlers stay, see arquillian.xml
      assertThat(output.lines()).isNotEmpty().allMatch(InvoicingIT::isJson);
    }
    assertThat(String.join("\n", output.lines())).doesNotContain("12345678Z", "ES91210004184502");
    assertThat(as("auditor", "GET", "sereno/audit").body()).contains("approve-1");
    String scrape = as("ops", "GET", "sereno/metrics").body();
    assertThat(scrape)
        .contains(
            "method_timed_seconds_count{class=\"com.example.invoicing.InvoiceService\","
                + "error_type=\"\",method=\"approve\",outcome=\"success\"} 1");
  }

  @Test
  void promtoolAcceptsTheScrape() throws Exception {
    Promtool.checkMetrics(as("ops", "GET", "sereno/metrics").body());
  }

  @Test
  void theCacheOfCustomersIsMeasured() {
    String customer = "api/customers/" + created(post("api/customers", CUSTOMER));
    as("clerk", "GET", customer);
    as("clerk", "GET", customer);

    assertThat(as("ops", "GET", "sereno/metrics").body())
        .contains(
            "cache_gets_total{cache=\"customers\",result=\"hit\"} 1.0",
            "cache_gets_total{cache=\"customers\",result=\"miss\"} 1.0",
            "cache_puts_total{cache=\"customers\"} 1.0");
  }

  @Test
  void theSlowReportShowsHowManyStatementsItTakes() {
    created(post("api/customers", CUSTOMER));
    created(post("api/customers", CUSTOMER));
    int customers =
        Json.createReader(new StringReader(as("clerk", "GET", "api/reports/slow").body()))
            .readArray()
            .size();

    assertThat(customers).isGreaterThan(1);
    await()
        .atMost(20, SECONDS)
        .untilAsserted(
            () ->
                assertThat(as("ops", "GET", "sereno/metrics").body())
                    .contains(
                        "http_server_request_db_queries_sum{http_request_method=\"GET\","
                            + "http_route=\"/invoicing/api/reports/slow\"} "
                            + (1 + customers)
                            + ".0\n"));
  }

  @Test
  void anApprovedInvoiceGoesThroughTheQueueWithTheIdOfItsRequest() {
    JsonLog log = JsonLog.fromNow();
    long customer = created(post("api/customers", CUSTOMER));
    long invoice =
        created(
            post(
                "api/invoices",
                """
                {"customerId":%d,"lines":[{"description":"Oil","quantity":1,"unitPrice":2}]}"""
                    .formatted(customer)));

    post("api/invoices/" + invoice + "/approve", "", "X-Request-ID", "approved-1");

    await()
        .atMost(20, SECONDS)
        .untilAsserted(
            () ->
                assertThat(log.all())
                    .filteredOn(
                        line ->
                            line.getString("message")
                                .contains("Invoice " + invoice + " over 2.00 is on"))
                    .singleElement()
                    .satisfies(
                        line ->
                            assertThat(line.getString("http.request.id")).isEqualTo("approved-1")));
  }

  @Test
  void theDoorIsClosedToStrangers() {
    assertProblem(http.get("sereno/metrics"), 401);
    assertProblem(http.get("sereno/audit"), 401);
    assertProblem(as("clerk", "GET", "sereno/metrics"), 403);
    assertThat(http.get("sereno/metrics", "X-Sereno-Token", "sereno-demo").status()).isEqualTo(200);
    assertThat(http.get("sereno/health").body()).isEqualTo("{\"status\":\"UP\"}\n");
    assertThat(as("ops", "GET", "sereno/health").body()).contains("\"name\":\"database:default\"");
  }

  @Test
  void errorsAreProblemBodies() {
    assertProblem(http.get("api/invoices"), 401);
    assertProblem(as("auditor", "POST", "api/invoices/1/pay"), 403);
    assertProblem(as("clerk", "GET", "api/invoices/999999"), 404);
    assertProblem(as("clerk", "PUT", "api/invoices/1"), 405);
    assertProblem(post("api/customers", "{\"name\":"), 400);
    assertProblem(post("api/customers", "{\"name\":\"\"}"), 400);
    assertProblem(http.get("api/demo/failure"), 500);
    assertProblem(http.get("nothing/here"), 404);
  }

  @Test
  void whatTheContainerRefusesIsOnTheAccessLog() {
    JsonLog log = JsonLog.fromNow();

    http.get("api/invoices", "X-Request-ID", "refused-by-the-container");

    assertThat(log.accessOf("refused-by-the-container", 1))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.getInt("http.response.status_code")).isEqualTo(401);
              assertThat(line.getString("log.level")).isEqualTo("WARNING");
              assertThat(line.getString("url.path")).isEqualTo("/invoicing/api/invoices");
              assertThat(line.getString("http.route")).isEqualTo("unmatched");
            });
  }

  private static void assertProblem(Http.Response response, int status) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.header("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(response.body())
        .contains("\"status\":" + status)
        .doesNotContain("Exception")
        .doesNotContain("\tat ");
  }

  private static boolean isJson(String line) {
    return line.startsWith("{\"@timestamp\"") && line.endsWith("}");
  }

  private static long created(Http.Response response) {
    assertThat(response.status()).isEqualTo(201);
    return Json.createReader(new StringReader(response.body())).readObject().getInt("id");
  }

  private Http.Response post(String path, String json, String... more) {
    Stream<String> headers =
        Stream.of("Authorization", basic("clerk"), "Content-Type", "application/json");
    return http.post(path, json, Stream.concat(headers, Stream.of(more)).toArray(String[]::new));
  }

  private Http.Response as(String user, String method, String path) {
    return http.send(method, path, "Authorization", basic(user));
  }

  /** The demo users' passwords are like their names. */
  private static String basic(String user) {
    String login = user + ":" + user;
    return "Basic "
        + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.ISO_8859_1));
  }
}
