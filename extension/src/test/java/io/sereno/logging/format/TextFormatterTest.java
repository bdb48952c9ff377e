package io.sereno.logging.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.settings.Problem;
import io.sereno.settings.Settings;
import io.sereno.settings.TestSettings;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFormatterTest {

  @Test
  void writesTheGuidesVerbose() {
    assertThat(verbose().format(record(Level.WARNING, "Invoice 42 is overdue")))
        .isEqualTo("WARNING 2026-01-31 12:34:56,789 Invoices Invoice 42 is overdue\n");
  }

  @Test
  void writesEveryPlaceholder() {
    Thread.currentThread().setName("main");
    MDC.put("tenant", "acme");
    MDC.put("password", "hunter2");
    try {
      LogRecord record = record(Level.INFO, "hello");
      record.setParameters(new Object[] {Map.of("invoice.id", 42)});

      assertThat(
              formatter("{{{name}}} {process}|{thread}|{tenant}|{password}|{invoice.id}|{nothing}|")
                  .format(record))
          .isEqualTo(
              "{com.acme.Invoices} " + ProcessHandle.current().pid() + "|main|acme|***|42||\n");
    } finally {
      MDC.clear();
    }
  }

  @Test
  void alignsLikePython() {
    assertThat(formatter("[{levelname:<8}][{levelname:>8}][{levelname:8}]").format(record("x")))
        .isEqualTo("[INFO    ][    INFO][INFO    ]\n");
  }

  @Test
  void walksTheStackForTheMethodAndTheLine() {
    String[] line = new String[1];
    Logger logger = Logger.getAnonymousLogger();
    logger.setUseParentHandlers(false);
    TextFormatter formatter = formatter("{module}.{funcName}:{lineno} {message}");
    logger.addHandler(new FormattingHandler(formatter, text -> line[0] = text));

    logger.info("here");

    assertThat(line[0])
        .matches("TextFormatterTest\\.walksTheStackForTheMethodAndTheLine:\\d+ here\n");
  }

  @Test
  void theExceptionFollowsOrStandsWhereItIsPlaced() {
    LogRecord record = record("failed");
    record.setThrown(oneFrame(new IllegalStateException("a\nb")));
    String trace =
        "java.lang.IllegalStateException: a\\nb\n\tat com.acme.Invoices.pay(Invoices.java:7)";

    assertThat(formatter("{message}").format(record)).isEqualTo("failed\n" + trace + "\n");
    assertThat(formatter("<{exc_info}> {message}").format(record))
        .isEqualTo("<" + trace + "> failed\n");
    assertThat(formatter("<{exc_info}> {message}").format(record("well"))).isEqualTo("<> well\n");
  }

  @Test
  void whatCouldLookLikeAnotherLineIsEscaped() {
    LogRecord record = record("a\r\nCRITICAL forged\u2028\u202e\u0000\ud800 😀");
    record.setLoggerName("com.acme\n.Forged");

    assertThat(formatter("{name} {message}").format(record))
        .isEqualTo("com.acme\\n.Forged a\\r\\nCRITICAL forged\\u2028\\u202e\\u0000\ufffd 😀\n");
  }

  @Test
  void cutsTheLongestPart() {
    FormatterContext around = TestFormatters.around(1_024, Optional.empty());
    TextFormatter formatter =
        new TextFormatter(TestSettings.of(Map.of()), TextFormatter.VERBOSE, around);

    byte[] line = formatter.toBytes(record(Level.INFO, "é".repeat(5_000)));

    assertThat(line.length).isBetween(1_020, 1_024);
    assertThat(new String(line, StandardCharsets.UTF_8))
        .startsWith("INFO 2026-01-31 12:34:56,789 Invoices éé")
        .endsWith("é" + Cuts.MARK + "\n");
    assertThat(around.cut().sum()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{message", "message}", "{}", "{message} }", "{a{b}}"})
  void tellsOfFormatsThatMakeNoSense(String format) {
    Settings settings = TestSettings.of(Map.of("format", format));

    TextFormatter unused =
        new TextFormatter(settings, TextFormatter.SIMPLE, TestFormatters.around());

    assertThat(unused).isNotNull();
    assertThat(settings.problems())
        .containsExactly(
            new Problem(
                "format",
                format,
                "write text with names in braces, such as {levelname} {asctime} {module} {message};"
                    + " {{ and }} are braces"));
  }

  @Test
  void thereIsOneStyle() {
    Settings settings = TestSettings.of(Map.of("style", "%", "date-format", "QQQQQQ"));

    TextFormatter unused =
        new TextFormatter(settings, TextFormatter.SIMPLE, TestFormatters.around());

    assertThat(unused).isNotNull();
    assertThat(settings.problems())
        .extracting(Problem::where)
        .containsExactly("style", "date-format");
  }

  @Test
  void aServerSetsItByProperties() {
    TextFormatter formatter = new TextFormatter();
    formatter.setFormat("{asctime} {message}");
    formatter.setDateFormat("HH:mm:ss");

    assertThat(formatter.format(record("x"))).isEqualTo("12:34:56,789 x\n");
  }

  private static TextFormatter verbose() {
    return formatter(TextFormatter.VERBOSE);
  }

  private static TextFormatter formatter(String format) {
    return new TextFormatter(
        TestSettings.of(Map.of("format", format)), TextFormatter.SIMPLE, TestFormatters.around());
  }

  private static LogRecord record(String message) {
    return record(Level.INFO, message);
  }

  private static LogRecord record(Level level, String message) {
    LogRecord record = new LogRecord(level, message);
    record.setLoggerName("com.acme.Invoices");
    record.setInstant(
        LocalDateTime.of(2026, 1, 31, 12, 34, 56, 789_000_000)
            .atZone(ZoneId.systemDefault())
            .toInstant());
    return record;
  }

  private static Throwable oneFrame(Throwable thrown) {
    thrown.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("com.acme.Invoices", "pay", "Invoices.java", 7)
        });
    return thrown;
  }
}
