package io.sereno.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DashboardTest {

  /** Grafana's own; all else is a plugin that somebody would have to install. */
  private static final Set<String> PANELS =
      Set.of("row", "text", "timeseries", "stat", "bargauge", "table", "heatmap", "state-timeline");

  private static final int COLUMNS = 24;

  /** An instance that has been scraped for ten minutes when its first errors come. */
  private static final String SCRAPED =
      """
      tests:
        - interval: 1m
          input_series:
            - series: up{job="a",instance="b"}
              values: 1x20
            - series: http_server_request_duration_seconds_count{job="a",instance="b",http_route="/c",error_type=""}
              values: 0+6x20
            - series: http_server_request_duration_seconds_count{job="a",instance="b",http_route="/c",error_type="E"}
              values: _x10 1x10
            - series: http_server_request_errors_total{job="a",instance="b",http_route="/c",error_type="E"}
              values: _x10 1x10
            - series: db_client_operation_errors_total{job="a",instance="b",db_operation_name="SELECT",error_type="E"}
              values: _x10 1x10
          promql_expr_test:
      """;

  private static final String FIRST_ERROR =
      """
            - eval_time: 12m
              expr: 'sum(%s) > bool 0'
              exp_samples:
                - labels: '{}'
                  value: 1
      """;

  private static List<Dashboard> dashboards = List.of();

  @BeforeAll
  static void read() throws IOException {
    dashboards = Dashboard.in(Path.of("grafana"));
  }

  static Stream<Dashboard> dashboards() {
    return dashboards.stream();
  }

  @Test
  void eachHasAnIdThatIsItsFilesName() {
    assertThat(dashboards)
        .hasSize(3)
        .allSatisfy(
            dashboard ->
                assertThat(dashboard.json().getString("uid") + ".json")
                    .isEqualTo(dashboard.name()));
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void isImportedByGrafanaTen(Dashboard dashboard) {
    assertThat(dashboard.json().getInt("schemaVersion")).isGreaterThanOrEqualTo(38);
    assertThat(dashboard.json().isNull("id")).isTrue();
    assertThat(dashboard.json().getString("title")).startsWith("Sereno: ");
    assertThat(dashboard.json().getString("description")).isNotBlank();
    assertThat(dashboard.variables())
        .extracting(variable -> variable.getString("name"))
        .startsWith("DS_PROMETHEUS", "job", "instance");
    assertThat(dashboard.panels())
        .extracting(panel -> panel.getString("type"))
        .allMatch(PANELS::contains);
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void panelsAreToldApart(Dashboard dashboard) {
    assertThat(dashboard.panels()).extracting(panel -> panel.getInt("id")).doesNotHaveDuplicates();
    assertThat(dashboard.queries()).extracting(Dashboard.Query::place).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void panelsSayWhatTheyShowInWhichUnit(Dashboard dashboard) {
    assertThat(dashboard.panels())
        .filteredOn(panel -> panel.containsKey("targets"))
        .allSatisfy(
            panel -> {
              JsonObject defaults = panel.getJsonObject("fieldConfig").getJsonObject("defaults");
              assertThat(panel.getString("description")).endsWith(".");
              assertThat(defaults.getString("unit")).isNotBlank();
              assertThat(defaults.getJsonObject("thresholds").getJsonArray("steps")).isNotEmpty();
              assertThat(panel.getJsonObject("datasource").getString("uid"))
                  .isEqualTo("${DS_PROMETHEUS}");
            });
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void panelsDoNotOverlap(Dashboard dashboard) {
    Set<String> taken = new HashSet<>();
    for (JsonObject panel : dashboard.panels()) {
      JsonObject place = panel.getJsonObject("gridPos");
      for (int x = place.getInt("x"); x < place.getInt("x") + place.getInt("w"); x++) {
        for (int y = place.getInt("y"); y < place.getInt("y") + place.getInt("h"); y++) {
          assertThat(taken.add(x + "," + y)).as(panel.getString("title")).isTrue();
          assertThat(x).isLessThan(COLUMNS);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void everyQueryKeepsToWhatIsChosen(Dashboard dashboard) {
    assertThat(dashboard.queries())
        .allSatisfy(
            query ->
                assertThat(query.expression().split("\\{", -1))
                    .as(query.place())
                    .hasSizeGreaterThan(1)
                    .filteredOn(part -> part.contains("}"))
                    .allMatch(part -> part.startsWith("job=~\"$job\",instance=~\"$instance\"")));
  }

  @Test
  void theFirstErrorOfANewTypeIsShown(@TempDir Path folder) throws Exception {
    List<String> tests = new ArrayList<>();
    for (Dashboard dashboard : dashboards) {
      for (Dashboard.Query query : dashboard.queries()) {
        if (query.expression().matches(".*(request|operation)_errors_total.*")) {
          tests.add(FIRST_ERROR.formatted(query.with("5m", "1h")));
        }
      }
    }
    assertThat(tests).hasSize(4);
    Files.writeString(folder.resolve("first.test.yml"), SCRAPED + String.join("", tests));

    Program.PROMTOOL.succeeds(folder, List.of("test", "rules", "first.test.yml"));
  }

  @Test
  void prometheusUnderstandsEveryQuery(@TempDir Path folder) throws Exception {
    Path config = Files.writeString(folder.resolve("prometheus.yml"), "scrape_configs: []\n");
    List<String> refused = new ArrayList<>();
    try (Prometheus prometheus = Prometheus.start(config)) {
      for (Dashboard dashboard : dashboards) {
        for (Dashboard.Query query :
            Stream.concat(dashboard.queries().stream(), dashboard.choices().stream()).toList()) {
          JsonObject answer = prometheus.query(query.with("1m", "1h"));
          if (!answer.getString("status").equals("success")) {
            refused.add(query.place() + ": " + answer);
          }
        }
      }
    }
    assertThat(refused).isEmpty();
  }
}
