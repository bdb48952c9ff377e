package io.sereno.logging.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.logging.format.FormatterContext;
import io.sereno.logging.format.JsonFormatter;
import io.sereno.logging.format.TestFormatters;
import io.sereno.logging.format.TextFormatter;
import io.sereno.settings.TestSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.ErrorManager;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What all handlers do, on the one that writes to standard output. */
class LineHandlerTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Map<String, Long> losses = new HashMap<>();
  private final List<String> errors = new ArrayList<>();

  @Test
  void writesWhatMattersAsALineEach() {
    LineHandler handler = handler(out, Map.of("level", "WARNING"));

    handler.publish(record("com.acme", Level.INFO, "hidden"));
    handler.publish(record("com.acme", Level.WARNING, "two\nlines"));

    assertThat(lines()).containsExactly("WARNING two\\nlines");
  }

  @Test
  void filtersByLoggerAndLevel() {
    LineHandler handler =
        handler(
            out,
            Map.of(
                "filter.loggers", "com.acme,org.example",
                "filter.except", "com.acme.noisy",
                "filter.level", "INFO"));

    handler.publish(record("com.acme", Level.INFO, "1"));
    handler.publish(record("com.acme.noisy.below", Level.SEVERE, "2"));
    handler.publish(record("com.acmee", Level.SEVERE, "3"));
    handler.publish(record("org.example.Some", Level.INFO, "4"));
    handler.publish(record("org.example.Some", Level.FINE, "5"));

    assertThat(lines()).containsExactly("INFO 1", "INFO 4");
    assertThat(losses).isEmpty();
  }

  @Test
  void samplesWhatMattersLittleAndCountsTheRest() {
    double[] next = {0};
    FilterSettings settings = FilterSettings.read(TestSettings.of(Map.of("sample-rate", "0.25")));
    RecordFilter filter = new RecordFilter(settings, this::lose, () -> (next[0] += 0.125) % 1);
    int let = 0;
    for (int i = 0; i < 800; i++) {
      let += filter.isLoggable(record("com.acme", Level.INFO, "x")) ? 1 : 0;
    }

    assertThat(let).isEqualTo(200);
    assertThat(losses).containsExactly(Map.entry("sampled", 600L));
    assertThat(filter.isLoggable(record("com.acme", Level.WARNING, "x"))).isTrue();
    for (int i = 0; i < 8; i++) {
      assertThat(filter.isLoggable(record("io.sereno.audit", Level.INFO, "x"))).isTrue();
    }
  }

  @Test
  void repeatedRecordsCollapse() {
    long[] now = {0};
    Repeats repeats = new Repeats(Duration.ofSeconds(10), () -> now[0]);

    assertThat(repeats.swallows(record("a", Level.INFO, "same"))).isFalse();
    for (int i = 0; i < 41; i++) {
      assertThat(repeats.swallows(record("a", Level.INFO, "same"))).isTrue();
    }
    assertThat(repeats.swallows(record("b", Level.INFO, "same"))).isFalse();
    assertThat(repeats.swallows(record("a", Level.WARNING, "same"))).isFalse();
    assertThat(repeats.swallows(record("io.sereno.audit", Level.INFO, "same"))).isFalse();
    assertThat(repeats.swallows(record("io.sereno.audit", Level.INFO, "same"))).isFalse();
    now[0] = 9_999_999_999L;
    assertThat(repeats.due()).isEmpty();
    now[0] = 10_000_000_000L;

    List<LogRecord> due = repeats.due();
    assertThat(due).hasSize(1);
    assertThat(due.get(0).getLoggerName()).isEqualTo("a");
    assertThat(due.get(0).getParameters())
        .containsExactly("same (41 more times within PT10S)", Map.of("log_count", 41L));
    assertThat(repeats.swallows(record("a", Level.INFO, "same"))).isFalse();
  }

  @Test
  void whatIsKeptOfRepeatsIsBounded() {
    Repeats repeats = new Repeats(Duration.ofSeconds(10), () -> 0);
    for (int i = 0; i < 100_000; i++) {
      assertThat(repeats.swallows(record("a", Level.INFO, "message " + i))).isFalse();
    }

    assertThat(repeats.swallows(record("a", Level.INFO, "message 5"))).isTrue();
    assertThat(repeats.swallows(record("a", Level.INFO, "message 99999"))).isFalse();
  }

  @Test
  void closingTellsOfWhatWasCollapsed() {
    LineHandler handler = handler(out, Map.of("collapse", "1h"));

    handler.publish(record("a", Level.INFO, "same"));
    handler.publish(record("a", Level.INFO, "same"));
    assertThat(lines()).containsExactly("INFO same");
    handler.close();

    assertThat(lines()).containsExactly("INFO same", "INFO same (1 more times within PT1H)");
  }

  @Test
  void aHandlerThatLogsDoesNotFeedItself() {
    Logger logger = Logger.getAnonymousLogger();
    logger.setUseParentHandlers(false);
    LineHandler handler =
        handler(
            new OutputStream() {
              @Override
              public void write(int b) {}

              @Override
              public void write(byte[] line) {
                logger.info("from within");
                out.writeBytes(line);
              }
            },
            Map.of());
    logger.addHandler(handler);

    logger.info("from without");

    assertThat(lines()).containsExactly("INFO from without");
    assertThat(losses).containsExactly(Map.entry("recursion", 1L));
  }

  @Test
  void aFailureIsCountedAndToldToTheErrorManager() {
    LineHandler handler =
        handler(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("expected by a test");
              }
            },
            Map.of());

    handler.publish(record("a", Level.INFO, "x"));

    assertThat(losses).containsExactly(Map.entry("failed", 1L));
    assertThat(errors).containsExactly("writing a line: java.io.IOException: expected by a test");
  }

  @Test
  void aServersPropertiesAreRead() {
    StandardOutputHandler handler = new StandardOutputHandler();

    assertThat(handler.getLevel()).isEqualTo(Level.ALL);
    assertThat(handler.getFormatter()).isInstanceOf(JsonFormatter.class);
  }

  private LineHandler handler(OutputStream stream, Map<String, String> settings) {
    FormatterContext around = TestFormatters.around();
    LineHandler handler = new StandardOutputHandler(stream);
    handler.configure(
        HandlerSettings.read(TestSettings.of(settings)),
        new TextFormatter(TestSettings.of(Map.of()), TextFormatter.SIMPLE, around),
        this::lose);
    handler.setErrorManager(
        new ErrorManager() {
          @Override
          public synchronized void error(String message, Exception e, int code) {
            errors.add(message);
          }
        });
    return handler;
  }

  private void lose(String reason, long records) {
    losses.merge(reason, records, Long::sum);
  }

  private List<String> lines() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static LogRecord record(String logger, Level level, String message) {
    LogRecord record = new LogRecord(level, message);
    record.setLoggerName(logger);
    return record;
  }
}
