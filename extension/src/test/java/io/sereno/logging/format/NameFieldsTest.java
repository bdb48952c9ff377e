package io.sereno.logging.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.settings.TestSettings;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/** What is remembered of one line must not stand in another. */
class NameFieldsTest {

  private static final Level[] LEVELS = {Level.FINE, Level.INFO, Level.WARNING, Level.SEVERE};

  @Test
  void tellsEachRecordsOwnNames() {
    JsonFormatter formatter = formatter(Map.of());

    for (int i = 0; i < 1_000; i++) {
      Level level = LEVELS[i % LEVELS.length];
      String logger = "com.acme.Logger" + i % 37;
      Thread.currentThread().setName("worker-" + i % 5);

      JsonObject json = json(formatter, level, logger, "x");

      assertThat(json.getString("log.level")).isEqualTo(Levels.severity(level).name());
      assertThat(json.getString("log.logger")).isEqualTo(logger);
      assertThat(json.getString("process.thread.name")).isEqualTo("worker-" + i % 5);
    }
  }

  @Test
  void standFirstWhereNothingStandsBeforeThem() {
    JsonFormatter formatter = formatter(Map.of("include", "log.level,log.logger"));

    for (int i = 0; i < 3; i++) {
      assertThat(formatter.format(record(Level.INFO, "com.acme.A", "x")))
          .isEqualTo("{\"log.level\":\"INFO\",\"log.logger\":\"com.acme.A\"}\n");
    }
  }

  @Test
  void areWholeBehindALineThatWasCut() {
    JsonFormatter formatter =
        new JsonFormatter(
            TestSettings.of(Map.of()), TestFormatters.around(1_024, Optional.empty()));
    String logger = "com.acme." + "a".repeat(400);

    JsonObject cut = json(formatter, Level.INFO, logger, "x".repeat(5_000));
    JsonObject whole = json(formatter, Level.INFO, logger, "x");

    assertThat(cut.getString("message")).endsWith(Cuts.MARK);
    assertThat(whole.getString("log.logger")).isEqualTo(logger);
    assertThat(whole.getString("message")).isEqualTo("x");
  }

  private static JsonFormatter formatter(Map<String, String> settings) {
    return new JsonFormatter(TestSettings.of(settings), TestFormatters.around());
  }

  private static LogRecord record(Level level, String logger, String message) {
    LogRecord record = new LogRecord(level, message);
    record.setLoggerName(logger);
    return record;
  }

  private static JsonObject json(
      JsonFormatter formatter, Level level, String logger, String message) {
    String line = formatter.format(record(level, logger, message));
    try (var reader = Json.createReader(new StringReader(line))) {
      return reader.readObject();
    }
  }
}
