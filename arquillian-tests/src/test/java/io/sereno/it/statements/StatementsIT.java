package io.sereno.it.statements;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sereno.it.Http;
import io.sereno.it.JsonLog;
import io.sereno.it.Server;
import jakarta.json.JsonObject;
import java.net.URL;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ArquillianTest
@RunAsClient
class StatementsIT {

  @ArquillianResource URL root;

  @BeforeEach
  void fill() {
    assertThat(Http.at(root).post("api/shelves", "").status()).isEqualTo(204);
  }

  @Test
  void aSelectIsOne() {
    JsonObject access = access("GET", "one", 200);

    assertThat(access.getInt("db.queries")).isEqualTo(1);
    assertThat(access.getJsonNumber("db.query.duration").longValue())
        .isPositive()
        .isLessThan(access.getJsonNumber("event.duration").longValue());
  }

  @Test
  void oneForEachRowIsSeenAtAGlance() {
    String sum = "http_server_request_db_queries_sum" + route("each");
    double before = value(sum);

    assertThat(access("GET", "each", 200).getInt("db.queries")).isEqualTo(1 + Shelves.COUNT);

    await()
        .atMost(10, SECONDS)
        .untilAsserted(() -> assertThat(value(sum)).isEqualTo(before + 1 + Shelves.COUNT));
    assertThat(value("http_server_request_db_duration_seconds_sum" + route("each"))).isPositive();
  }

  @Test
  void whatOtherThreadsDoForARequestCountsForIt() {
    assertThat(access("GET", "elsewhere", 200).getInt("db.queries")).isEqualTo(3);
  }

  @Test
  void aHitInTheSecondLevelCacheCountsNothing() {
    access("GET", "stamp", 204);

    assertThat(access("GET", "stamp", 204).getInt("db.queries", 0)).isZero();
  }

  /** Hibernate sends ten at once, as the persistence unit asks for; EclipseLink is not asked to. */
  @Test
  void changesAreCountedByEntityAndStatementsByOperation() {
    int deletes = Server.current() == Server.PAYARA ? Shelves.COUNT : 1;
    double inserted = value(changes("insert"));
    double deleted = value(changes("delete"));
    double selects = value(operations("SELECT"));

    assertThat(access("POST", "none", 204).getInt("db.queries")).isEqualTo(1 + deletes);

    assertThat(inserted).isPositive();
    assertThat(value(changes("delete"))).isEqualTo(deleted + Shelves.COUNT);
    assertThat(value(operations("SELECT"))).isGreaterThan(selects);
  }

  @Test
  void aStatementThatFailsCountsAndIsAnError() {
    double inserted = value(changes("insert"));

    assertThat(access("POST", "twice", 500).getInt("db.queries")).isEqualTo(1);

    assertThat(scrape())
        .containsPattern(
            "db_client_operation_errors_total\\{db_operation_name=\"INSERT\","
                + "error_type=\"org\\.h2\\.jdbc\\.[A-Za-z]+\"} [1-9]");
    assertThat(value(changes("insert"))).isEqualTo(inserted);
  }

  @Test
  void plainJdbcCountsByWayOfAWrappedDataSource() {
    String connections =
        "db_client_connection_wait_time_seconds_count{db_client_connection_pool_name=\"plain\"}";
    double before = value(connections);

    assertThat(access("GET", "plain", 200).getInt("db.queries")).isEqualTo(1);

    assertThat(value(connections)).isEqualTo(before + 1);
  }

  /** The access record of a request with this answer. */
  private JsonObject access(String method, String path, int status) {
    String id = UUID.randomUUID().toString();
    JsonLog log = JsonLog.fromNow();
    assertThat(Http.at(root).send(method, "api/shelves/" + path, "X-Request-ID", id).status())
        .isEqualTo(status);
    return log.accessOf(id, 1).get(0);
  }

  private static String route(String path) {
    return "{http_request_method=\"GET\",http_route=\"/fat/api/shelves/" + path + "\"}";
  }

  private static String changes(String operation) {
    return "entity_changes_total{entity=\"Shelf\",operation=\"" + operation + "\"}";
  }

  private static String operations(String operation) {
    return "db_client_operation_duration_seconds_count{db_operation_name=\"" + operation + "\"}";
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
