package io.sereno.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {

  private static final Path ORIGINAL = Path.of("prometheus");

  private static final Pattern TESTED =
      Pattern.compile("alertname: (\\w+)\\s+eval_time: .*\\s+exp_alerts:( \\[])?");

  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  @TempDir Path folder;

  /** As a user would, with the token that the configuration asks for. */
  @BeforeEach
  void copy() throws IOException {
    try (Stream<Path> files = Files.walk(ORIGINAL)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = folder.resolve(ORIGINAL.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    Files.writeString(folder.resolve("sereno.token"), "a-token");
  }

  @Test
  void promtoolAcceptsConfigurationAndRules() throws Exception {
    Program.PROMTOOL.succeeds(folder, List.of("check", "config", "prometheus.yml"));
    Program.PROMTOOL.succeeds(folder, command("check", "rules", "rules"));
  }

  @Test
  void alertsFireAndKeepSilentAsTheirTestsSay() throws Exception {
    Program.PROMTOOL.succeeds(folder, command("test", "rules", "tests"));
  }

  private List<String> command(String verb, String what, String files) throws IOException {
    List<String> command = new ArrayList<>(List.of(verb, what));
    try (Stream<Path> found = Files.list(folder.resolve(files))) {
      found.sorted().map(Path::toString).forEach(command::add);
    }
    return command;
  }

  @Test
  void amtoolAcceptsTheExampleForAlertmanager() throws Exception {
    Program.AMTOOL.succeeds(folder, List.of("check-config", "alertmanager.yml"));
  }

  @Test
  void everyAlertIsTestedBothWaysAndTellsWhatToDo() throws Exception {
    List<JsonObject> alerts;
    try (Prometheus prometheus = Prometheus.start(folder.resolve("prometheus.yml"))) {
      alerts =
          prometheus
              .ask("api/v1/rules?type=alert")
              .getJsonObject("data")
              .getJsonArray("groups")
              .getValuesAs(JsonObject.class)
              .stream()
              .flatMap(group -> group.getJsonArray("rules").getValuesAs(JsonObject.class).stream())
              .toList();
    }
    Set<String> names =
        alerts.stream().map(alert -> alert.getString("name")).collect(Collectors.toSet());
    assertThat(names).hasSize(14).hasSameSizeAs(alerts);
    assertThat(tested(true)).isEqualTo(new TreeSet<>(names));
    assertThat(tested(false)).isEqualTo(new TreeSet<>(names));
    Set<String> anchors = anchors();
    assertThat(alerts)
        .allSatisfy(
            alert -> {
              JsonObject annotations = alert.getJsonObject("annotations");
              assertThat(annotations).containsOnlyKeys("summary", "description", "runbook");
              assertThat(anchors).contains(annotations.getString("runbook"));
              assertThat(alert.getJsonObject("labels").getString("severity"))
                  .isIn("critical", "warning");
            });
  }

  /** The alerts that are expected somewhere to fire, or not to. */
  private Set<String> tested(boolean firing) throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.list(folder.resolve("tests"))) {
      for (Path file : files.toList()) {
        TESTED
            .matcher(Files.readString(file))
            .results()
            .filter(test -> (test.group(2) == null) == firing)
            .forEach(test -> found.add(test.group(1)));
      }
    }
    return found;
  }

  /** The headings of the page that runbooks lead to, as links. */
  private static Set<String> anchors() throws IOException {
    return HEADING
        .matcher(Files.readString(Path.of("..", "docs", "monitoring.md")))
        .results()
        .map(RulesTest::anchor)
        .collect(Collectors.toSet());
  }

  private static String anchor(MatchResult heading) {
    return "docs/monitoring.md#"
        + heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-');
  }
}
