package io.sereno.it.monitoring;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sereno.it.Http;
import io.sereno.it.OnlyOn;
import io.sereno.it.OwnWar;
import io.sereno.it.Server;
import io.sereno.monitoring.Dashboard;
import io.sereno.monitoring.Dashboard.Query;
import io.sereno.monitoring.PromQl;
import io.sereno.monitoring.Prometheus;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample under load, scraped by a real Prometheus with the configuration and the rules as they
 * are shipped, and looked at through the dashboards.
 */
@OwnWar
@OnlyOn(Server.PAYARA)
@ArquillianTest
class MonitoringIT {

  private static final Path MONITORING = Path.of("..", "monitoring");
  private static final String SETTINGS = "META-INF/microprofile-config.properties";
  private static final Path LOG = Path.of("target", "monitoring-logs", "app.log").toAbsolutePath();

  /** So that a handler leaves records out, another one loses some, and a method needs too much. */
  private static final String MORE_SETTINGS =
      """

      sereno.logging.root.handlers=console,lossy
      sereno.logging.handlers.console.filter.sample-rate=0.5
      sereno.logging.handlers.lossy.type=file
      sereno.logging.handlers.lossy.filename=%s
      sereno.metrics.datasource.plain.jndi=java:comp/DefaultDataSource
      com.example.invoicing.CustomerService/create/Timed/maxQueries=0
      """
          .formatted(LOG.toString().replace('\\', '/'));

  @ArquillianResource URL root;

  @TempDir Path folder;

  @Deployment(testable = false)
  static WebArchive invoicing() throws IOException {
    WebArchive sample =
        ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/invoicing.war"));
    String path = "WEB-INF/classes/" + SETTINGS;
    try (InputStream settings = sample.get(path).getAsset().openStream()) {
      String all = new String(settings.readAllBytes(), ISO_8859_1) + MORE_SETTINGS;
      sample.delete(path);
      return sample.addAsResource(new StringAsset(all), SETTINGS).addClass(TroubleResource.class);
    }
  }

  @Test
  void everyPanelHasDataAndEveryRuleItsMetrics() throws Exception {
    List<Dashboard> dashboards = Dashboard.in(MONITORING.resolve("grafana"));
    try (Prometheus prometheus = Prometheus.start(configuration())) {
      await()
          .atMost(120, SECONDS)
          .pollInterval(1, SECONDS)
          .untilAsserted(
              () -> {
                load();
                assertThat(withoutData(dashboards, prometheus)).isEmpty();
                assertThat(unknown(dashboards, prometheus)).isEmpty();
              });
    }
  }

  /** As it is shipped, but for the place of the sample and the time a test has. */
  private Path configuration() throws IOException {
    Path shipped = MONITORING.resolve("prometheus");
    Path rules = Files.createDirectories(folder.resolve("rules"));
    try (Stream<Path> files = Files.list(shipped.resolve("rules"))) {
      for (Path file : files.toList()) {
        Files.copy(file, rules.resolve(file.getFileName()));
      }
    }
    Files.writeString(folder.resolve("sereno.token"), "sereno-demo");
    return Files.writeString(
        folder.resolve("prometheus.yml"),
        Files.readString(shipped.resolve("prometheus.yml"))
            .replace("_interval: 15s", "_interval: 1s")
            .replace("localhost:8080", root.getHost() + ":" + root.getPort()));
  }

  /** Whatever panels and rules look at. */
  private void load() throws IOException {
    String customer =
        create(
            "customers",
            """
            {"name":"Ada","email":"ada@example.com","taxId":"12345678Z",
             "iban":"ES9121000418450200051332"}""");
    String invoice =
        create(
            "invoices",
            """
            {"customerId":%s,"lines":[{"description":"Oil","quantity":1,"unitPrice":2}]}"""
                .formatted(customer));
    answers(200, "clerk", "GET", "api/customers/" + customer);
    answers(200, "clerk", "GET", "api/customers/" + customer);
    answers(200, "clerk", "POST", "api/invoices/" + invoice + "/approve");
    answers(204, "clerk", "DELETE", "api/invoices/" + invoice);
    answers(200, "clerk", "GET", "api/reports/slow");
    assertThat(Http.at(root).get("sereno/audit").status()).isEqualTo(401);
    assertThat(Http.at(root).get("sereno/health").status()).isEqualTo(200);
    answers(403, "clerk", "GET", "sereno/metrics");
    answers(404, "clerk", "GET", "nothing/here");
    answers(500, "clerk", "GET", "api/demo/failure");
    answers(500, "clerk", "GET", "api/trouble/statement");
    answers(200, "clerk", "GET", "api/trouble/connection");
    answers(200, "clerk", "GET", "api/trouble/records");
    answers(200, "clerk", "GET", "api/trouble/pause");
    Files.deleteIfExists(LOG);
  }

  private String create(String what, String json) {
    Http.Response created =
        Http.at(root)
            .post(
                "api/" + what,
                json,
                "Authorization",
                basic("clerk"),
                "Content-Type",
                "application/json");
    assertThat(created.status()).isEqualTo(201);
    return Json.createReader(new StringReader(created.body())).readObject().get("id").toString();
  }

  private void answers(int status, String user, String method, String path) {
    assertThat(Http.at(root).send(method, path, "Authorization", basic(user)).status())
        .as(path)
        .isEqualTo(status);
  }

  /** The demo users' passwords are like their names. */
  private static String basic(String user) {
    return "Basic " + Base64.getEncoder().encodeToString((user + ":" + user).getBytes(ISO_8859_1));
  }

  private static List<String> withoutData(List<Dashboard> dashboards, Prometheus prometheus)
      throws IOException, InterruptedException {
    List<String> found = new ArrayList<>();
    for (Dashboard dashboard : dashboards) {
      for (Query query : queries(dashboard)) {
        JsonObject answer = prometheus.query(query.with("10s", "1m"));
        if (!hasData(answer)) {
          found.add(query.place());
        }
      }
    }
    return found;
  }

  private static List<Query> queries(Dashboard dashboard) {
    return Stream.concat(dashboard.choices().stream(), dashboard.queries().stream()).toList();
  }

  private static boolean hasData(JsonObject answer) {
    assertThat(answer.getString("status")).as(answer.toString()).isEqualTo("success");
    return answer
        .getJsonObject("data")
        .getJsonArray("result")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(series -> series.getJsonArray("value"))
        .anyMatch(value -> !value.getString(1).equals("NaN"));
  }

  /** What dashboards and rules name and neither a scrape nor another rule has. */
  private static Set<String> unknown(List<Dashboard> dashboards, Prometheus prometheus)
      throws IOException, InterruptedException {
    Set<String> named =
        dashboards.stream()
            .flatMap(dashboard -> queries(dashboard).stream())
            .map(query -> query.with("10s", "1m"))
            .flatMap(query -> PromQl.metrics(query).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    for (JsonObject rule : rules(prometheus)) {
      assertThat(rule.getString("health")).as(rule.toString()).isNotEqualTo("err");
      named.addAll(PromQl.metrics(rule.getString("query")));
    }
    JsonArray known = prometheus.ask("api/v1/label/__name__/values").getJsonArray("data");
    known.getValuesAs(JsonString.class).forEach(name -> named.remove(name.getString()));
    return named;
  }

  private static List<JsonObject> rules(Prometheus prometheus)
      throws IOException, InterruptedException {
    return prometheus
        .ask("api/v1/rules")
        .getJsonObject("data")
        .getJsonArray("groups")
        .getValuesAs(JsonObject.class)
        .stream()
        .flatMap(group -> group.getJsonArray("rules").getValuesAs(JsonObject.class).stream())
        .toList();
  }
}
