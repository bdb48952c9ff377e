package io.sereno.logging.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sereno.Severity;
import io.sereno.redaction.RedactionSettings;
import io.sereno.redaction.Redactor;
import io.sereno.settings.DataSize;
import io.sereno.settings.TestSettings;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is remembered of one line must not stand in another. */
class NameFieldsTest {

  private static final Level[] LEVELS = {Level.FINE, Level.INFO, Level.WARNING, Level.SEVERE};
  private static final int THREADS = 4;

  private final String threadName = Thread.currentThread().getName();

  @AfterEach
  void restoreName() {
    Thread.currentThread().setName(threadName);
  }

  @Test
  void tellsEachRecordsOwnNames() {
    LineFormatter formatter = formatter(Map.of());

    for (int i = 0; i < 1_000; i++) {
      Level level = LEVELS[i % LEVELS.length];
      String logger = "com.acme.Logger" + i % 37;
      Thread.currentThread().setName("worker-" + i % 5);

      JsonObject json = json(formatter, record(level, logger, "x"));

      assertThat(json.getString("log.level")).isEqualTo(Levels.severity(level).name());
      assertThat(json.getString("log.logger")).isEqualTo(logger);
      assertThat(json.getString("process.thread.name")).isEqualTo("worker-" + i % 5);
    }
  }

  @Test
  void standFirstWhereNothingStandsBeforeThem() {
    LineFormatter formatter = formatter(Map.of("include", "log.level,log.logger"));

    for (int i = 0; i < 3; i++) {
      assertThat(formatter.format(record(Level.INFO, "com.acme.A", "x")))
          .isEqualTo("{\"log.level\":\"INFO\",\"log.logger\":\"com.acme.A\"}\n");
    }
  }

  @Test
  void areWholeBehindALineThatWasCut() {
    LineFormatter formatter =
        new JsonFormatter(
            TestSettings.of(Map.of()), TestFormatters.around(1_024, Optional.empty()));
    String logger = "com.acme." + "a".repeat(400);

    for (int i = 0; i < 3; i++) {
      JsonObject cut = json(formatter, record(Level.INFO, logger, "x".repeat(5_000)));
      JsonObject whole = json(formatter, record(Level.INFO, logger, "x"));

      assertThat(cut.getString("message")).endsWith(Cuts.MARK);
      assertThat(whole.getString("log.logger")).isEqualTo(logger);
      assertThat(whole.getString("message")).isEqualTo("x");
    }
  }

  @Test
  void areTheSameWhicheverThreadIsFirst() throws Exception {
    LogRecord record = record(Level.SEVERE, "com.acme.A", "x");
    record.setThrown(new IllegalStateException("failed"));
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (int round = 0; round < 200; round++) {
        LineFormatter formatter = formatter(Map.of("exclude", "process.thread.name"));
        CyclicBarrier together = new CyclicBarrier(THREADS);
        Callable<String> first =
            () -> {
              together.await();
              return formatter.format(record);
            };
        for (Future<String> line : threads.invokeAll(Collections.nCopies(THREADS, first))) {
          assertThat(line.get())
              .isEqualTo(formatter.format(record))
              .containsOnlyOnce("\"error.type\"");
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void areLeftOutWithoutAValue() {
    LineFormatter formatter =
        ofSchema(layout -> layout.name("a", entry -> null).name("b", LogEntry::logger));

    for (int i = 0; i < 3; i++) {
      assertThat(formatter.format(record(Level.INFO, "com.acme.A", "x")))
          .isEqualTo("{\"b\":\"com.acme.A\"}\n");
    }
  }

  @Test
  void areForgottenBehindASchemaThatFailed() {
    LineFormatter formatter =
        ofSchema(
            layout ->
                layout
                    .name("b", LogEntry::logger)
                    .name(
                        "a",
                        entry -> {
                          if (entry.severity() == Severity.ERROR) {
                            throw new IllegalStateException("hostile");
                          }
                          return "fine";
                        }));

    for (int i = 0; i < 3; i++) {
      LogRecord failing = record(Level.SEVERE, "com.acme.B" + i, "x");
      assertThatThrownBy(() -> formatter.format(failing)).hasMessage("hostile");
      assertThat(formatter.format(record(Level.INFO, "com.acme.A", "x")))
          .isEqualTo("{\"b\":\"com.acme.A\",\"a\":\"fine\"}\n");
    }
  }

  private static LineFormatter formatter(Map<String, String> settings) {
    return new JsonFormatter(TestSettings.of(settings), TestFormatters.around());
  }

  private static LineFormatter ofSchema(Consumer<Layout> fields) {
    Schema schema =
        new Schema() {
          @Override
          public String name() {
            return "own";
          }

          @Override
          public void layout(Layout layout) {
            fields.accept(layout);
          }
        };
    FormatterContext around =
        new FormatterContext(
            new Redactor(new RedactionSettings(List.of())),
            new DataSize(16_384),
            Optional.empty(),
            List.of(schema),
            new LongAdder(),
            true);
    return new JsonFormatter(TestSettings.of(Map.of()), around);
  }

  private static LogRecord record(Level level, String logger, String message) {
    LogRecord record = new LogRecord(level, message);
    record.setLoggerName(logger);
    return record;
  }

  private static JsonObject json(LineFormatter formatter, LogRecord record) {
    try (var reader = Json.createReader(new StringReader(formatter.format(record)))) {
      return reader.readObject();
    }
  }
}
