package io.sereno.logging.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.logging.format.FormatterContext;
import io.sereno.logging.format.TestFormatters;
import io.sereno.logging.format.TextFormatter;
import io.sereno.settings.TestSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.ErrorManager;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

/** What all handlers do, on the one that writes to standard output. */
class LineHandlerTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Map<String, Long> losses = new HashMap<>();
  private final List<String> errors = new ArrayList<>();
  private final List<Exception> causes = new ArrayList<>();

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
              public void write(byte[] bytes, int offset, int length) {
                logger.info("from within");
                out.write(bytes, offset, length);
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
  void noErrorReachesWhoLogs() {
    LineHandler handler =
        handler(
            new OutputStream() {
              @Override
              public void write(int b) {
                throw new AssertionError("expected by a test");
              }
            },
            Map.of());

    handler.publish(record("a", Level.INFO, "x"));

    assertThat(losses).containsExactly(Map.entry("failed", 1L));
    assertThat(errors)
        .containsExactly("writing a line: java.lang.AssertionError: expected by a test");
    assertThat(causes)
        .singleElement()
        .satisfies(cause -> assertThat(cause).hasRootCauseInstanceOf(AssertionError.class));
  }

  @Test
  void aHandlerThatCannotLetGoFailsQuietly() {
    LineHandler handler =
        new LineHandler() {
          @Override
          protected void write(byte[] bytes, int length) {}

          @Override
          protected void release() {
            throw new AssertionError("expected by a test");
          }
        };
    configure(handler, Map.of());

    handler.close();

    assertThat(errors).containsExactly("closing: java.lang.AssertionError: expected by a test");
    assertThat(losses).isEmpty();
  }

  @Test
  void repeatsAreNotToldOnAThreadThatLogsSomethingElse() {
    LineHandler handler = handler(out, Map.of("collapse", "PT0.000001S"));

    handler.publish(record("a", Level.INFO, "same"));
    handler.publish(record("a", Level.INFO, "same"));
    handler.publish(record("a", Level.INFO, "other"));
    assertThat(lines()).containsExactly("INFO same", "INFO other");
    handler.tend();

    assertThat(lines()).hasSize(3).last().asString().startsWith("INFO same (1 more times");
  }

  @Test
  void aServersPropertiesAreRead() throws IOException {
    String prefix = StandardOutputHandler.class.getName();
    configureServer(
        """
        %1$s.level = WARNING
        %1$s.filter.loggers = com.acme
        %1$s.formatter = java.util.logging.SimpleFormatter
        """
            .formatted(prefix),
        prefix);
    StandardOutputHandler handler;
    try {
      handler = new StandardOutputHandler();
    } finally {
      configureServer("", prefix);
    }

    assertThat(handler.getLevel()).isEqualTo(Level.WARNING);
    assertThat(handler.getFormatter()).isInstanceOf(SimpleFormatter.class);
    assertThat(handler.isLoggable(record("com.acme", Level.WARNING, "x"))).isTrue();
    assertThat(handler.isLoggable(record("com.acme", Level.INFO, "x"))).isFalse();
    assertThat(handler.isLoggable(record("other", Level.WARNING, "x"))).isFalse();
    assertThat(new StandardOutputHandler().getLevel()).isEqualTo(Level.ALL);
  }

  /** Changes what begins with the prefix, and leaves the rest of the log manager alone. */
  private static void configureServer(String properties, String prefix) throws IOException {
    LogManager.getLogManager()
        .updateConfiguration(
            new ByteArrayInputStream(properties.getBytes(StandardCharsets.ISO_8859_1)),
            key -> (before, now) -> key.startsWith(prefix) ? now : before);
  }

  private LineHandler handler(OutputStream stream, Map<String, String> settings) {
    return configure(new StandardOutputHandler(stream), settings);
  }

  private LineHandler configure(LineHandler handler, Map<String, String> settings) {
    FormatterContext around = TestFormatters.around();
    handler.configure(
        HandlerSettings.read(TestSettings.of(settings)),
        new TextFormatter(TestSettings.of(Map.of()), TextFormatter.SIMPLE, around),
        this::lose);
    handler.setErrorManager(
        new ErrorManager() {
          @Override
          public synchronized void error(String message, Exception e, int code) {
            errors.add(message);
            causes.add(e);
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
