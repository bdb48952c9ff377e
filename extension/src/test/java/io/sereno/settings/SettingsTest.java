package io.sereno.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.Logged;
import io.sereno.Severity;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final String KEY = "sereno.test.key";

  @ParameterizedTest
  @CsvSource({"500ms, PT0.5S", "10s, PT10S", "5m, PT5M", "2h, PT2H", "1d, PT24H", "PT7M, PT7M"})
  void readsDurations(String text, Duration expected) {
    Settings settings = settings(text);

    assertThat(settings.duration(KEY, Duration.ZERO)).isEqualTo(expected);
    assertThat(settings.problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5 parsecs", "0s", "-PT1S", "10", "s"})
  void tellsOfBadDurations(String text) {
    Settings settings = settings(text);

    assertThat(settings.duration(KEY, Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(2));
    assertThat(settings.problems())
        .containsExactly(new Problem(KEY, text, "write a duration such as 500ms, 10s, 5m or PT5M"));
  }

  @ParameterizedTest
  @CsvSource({"16384, 16384", "16KiB, 16384", "1 MiB, 1048576", "20B, 20"})
  void readsSizes(String text, long bytes) {
    assertThat(settings(text).size(KEY, new DataSize(1), new DataSize(1)))
        .isEqualTo(new DataSize(bytes));
  }

  @Test
  void refusesSizesBelowTheLeast() {
    Settings settings = settings("12B");

    assertThat(settings.size(KEY, new DataSize(4096), new DataSize(1024)))
        .isEqualTo(new DataSize(4096));
    assertThat(settings.problems())
        .containsExactly(
            new Problem(KEY, "12B", "write a size of at least 1KiB, such as 16KiB or 1MiB"));
  }

  @ParameterizedTest
  @CsvSource({
    "debug, DEBUG",
    "FINE, DEBUG",
    "Info, INFO",
    "warn, WARNING",
    "SEVERE, ERROR",
    "fatal, CRITICAL"
  })
  void readsSeveritiesByAnyOfTheirNames(String text, Severity expected) {
    assertThat(settings(text).severity(KEY, Severity.INFO)).isEqualTo(expected);
  }

  @Test
  void readsChoicesFlagsNumbersListsAndPaths() {
    assertThat(settings("monday").choice(KEY, DayOfWeek.FRIDAY)).isEqualTo(DayOfWeek.MONDAY);
    assertThat(settings("off").flag(KEY, true)).isFalse();
    assertThat(settings("7").number(KEY, 1, 1, 9)).isEqualTo(7);
    assertThat(settings(" a, b ,,c").list(KEY)).isEqualTo(List.of("a", "b", "c"));
    assertThat(settings("/health/").path(KEY, "/x")).isEqualTo("/health");
  }

  @ParameterizedTest
  @ValueSource(strings = {"health", "/", "/a/*", "/a?b", "//a"})
  void refusesWhatIsNoPath(String text) {
    Settings settings = settings(text);

    assertThat(settings.path(KEY, "/x")).isEqualTo("/x");
    assertThat(settings.problems()).hasSize(1);
  }

  @Test
  void collectsAllProblemsEachOnce() {
    Settings settings =
        TestSettings.of(Map.of("sereno.a", "many", "sereno.b", "perhaps", "sereno.c", "LOUD"));

    settings.number("sereno.a", 1, 1, 9);
    settings.flag("sereno.b", true);
    settings.severity("sereno.c", Severity.INFO);
    settings.severity("sereno.c", Severity.INFO);

    assertThat(settings.problems())
        .extracting(Problem::toString)
        .containsExactly(
            "sereno.a = \"many\": write a whole number from 1 to 9",
            "sereno.b = \"perhaps\": write true or false",
            "sereno.c = \"LOUD\": write one of DEBUG, INFO, WARNING, ERROR, CRITICAL");
  }

  @Test
  void tellsOfAnExpressionThatLeadsNowhere() {
    Settings settings = settings("${nowhere}");

    assertThat(settings.text(KEY)).isEmpty();
    assertThat(settings.problems()).extracting(Problem::where).containsExactly(KEY);
  }

  @Test
  void anEmptyDefaultIsNoProblem() {
    Settings settings = settings("${nowhere:}");

    assertThat(settings.text(KEY)).isEmpty();
    assertThat(settings.problems()).isEmpty();
  }

  @Test
  void findsTheNearestOverride() {
    Settings settings =
        TestSettings.of(
            Map.of(
                "java.lang.String/trim/Logged/value", "DEBUG",
                "java.lang.String/Logged/value", "ERROR",
                "Logged/value", "CRITICAL"));

    assertThat(settings.override(String.class, "trim", Logged.class, "value"))
        .isEqualTo("java.lang.String/trim/Logged/value");
    assertThat(settings.override(String.class, "strip", Logged.class, "value"))
        .isEqualTo("java.lang.String/Logged/value");
    assertThat(settings.override(Integer.class, "intValue", Logged.class, "value"))
        .isEqualTo("Logged/value");
    assertThat(settings.override(Integer.class, "intValue", Logged.class, "enabled"))
        .isEqualTo("java.lang.Integer/intValue/Logged/enabled");
  }

  @Test
  void namesUnknownKeysWithTheNearestKnownOne() {
    Settings settings =
        TestSettings.of(
            Map.of(
                "sereno.helth.timeout", "1s",
                "sereno.quite.another.thing", "1",
                "java.lang.String/trim/Logged/valeu", "INFO",
                "other.helth.timeout", "1s"));
    settings.duration("sereno.health.timeout", Duration.ofSeconds(2));
    settings.override(String.class, "trim", Logged.class, "value");

    assertThat(settings.unknownKeys())
        .extracting(UnknownKey::toString)
        .containsExactly(
            "java.lang.String/trim/Logged/valeu (did you mean java.lang.String/trim/Logged/value?)",
            "sereno.helth.timeout (did you mean sereno.health.timeout?)",
            "sereno.quite.another.thing");
  }

  private static Settings settings(String value) {
    return TestSettings.of(Map.of(KEY, value));
  }
}
