package io.sereno.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.figures.Figure;
import io.sereno.figures.Figures;
import io.sereno.logging.LoggerTree.Node;
import io.sereno.logging.LoggingSettings.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class RecordCountsTest {

  private final Figures figures = new Figures();
  private final Logger root = Logger.getAnonymousLogger();

  @Test
  void everyLevelOfEveryGroupIsThereFromTheStart() {
    application(Scope.APPLICATION);

    assertThat(counts()).hasSize(15).containsEntry("CRITICAL server", 0L);
    assertThat(counts().values()).containsOnly(0L);
  }

  @Test
  void recordsCountByLevelAndByWhoseTheyAre() {
    ApplicationHandler application = application(Scope.SERVER);
    application.server().takeOver(Level.INFO);

    application.publish(record("com.acme.Shop", Level.FINE));
    application.publish(record("com.acme.Shop", Level.INFO));
    application.publish(record("com.acme.Shop", Level.SEVERE));
    application.publish(record("com.acme.Shop", Level.parse("1100")));
    application.publish(record("of.the.server", Level.WARNING));
    application.publish(record("io.sereno.access", Level.INFO));
    application.publish(record("io.serenoed", Level.INFO));

    assertThat(seen())
        .isEqualTo(
            Map.of(
                "INFO application", 1L,
                "ERROR application", 1L,
                "CRITICAL application", 1L,
                "WARNING server", 1L,
                "INFO server", 1L,
                "INFO sereno", 1L));
  }

  @Test
  void recordsOfOthersDoNotCount() {
    ApplicationHandler application = application(Scope.APPLICATION);
    application.server().join();

    application.publish(record("of.the.server", Level.SEVERE));

    assertThat(seen()).isEmpty();
  }

  /** An application without handlers, whose records are those of the loggers below com.acme. */
  private ApplicationHandler application(Scope scope) {
    LoggerTree tree =
        new LoggerTree(Map.of("", new Node(Optional.of(Level.INFO), List.of(), false)), Set.of());
    return new ApplicationHandler(
        root,
        tree,
        scope,
        record -> record.getLoggerName().startsWith("com.acme."),
        List.of(),
        new RecordCounts(figures));
  }

  private static LogRecord record(String logger, Level level) {
    LogRecord record = new LogRecord(level, "expected by a test");
    record.setLoggerName(logger);
    return record;
  }

  private Map<String, Long> seen() {
    Map<String, Long> seen = counts();
    seen.values().removeIf(count -> count == 0);
    return seen;
  }

  private Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    figures.forEach(
        figure -> {
          if (figure.name().equals("sereno.log.records")) {
            counts.put(name(figure), figure.value().getAsLong());
          }
        });
    return counts;
  }

  private static String name(Figure figure) {
    return figure.tags().get("level") + " " + figure.tags().get("logger_group");
  }
}
