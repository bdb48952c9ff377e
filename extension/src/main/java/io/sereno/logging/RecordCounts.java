package io.sereno.logging;

import io.sereno.Severity;
import io.sereno.figures.Figures;
import io.sereno.logging.format.Levels;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;

/**
 * How many records there were, by severity and by whose they are, all from zero; shown as {@code
 * sereno_log_records_total{level="ERROR",logger_group="application"}}. A record counts if it
 * matters enough for its logger, whether a handler writes it or not. Threads: any; counting
 * allocates nothing.
 */
final class RecordCounts {

  private final Map<Group, Map<Severity, LongAdder>> counters = new EnumMap<>(Group.class);

  /** Whose a record is. */
  enum Group {
    /** The application's own, whichever library has logged it. */
    APPLICATION,
    /** Of no application, where this one writes for the server. */
    SERVER,
    /** Sereno's, those of the audit and of the access log among them. */
    SERENO
  }

  RecordCounts(Figures figures) {
    for (Group group : Group.values()) {
      Map<Severity, LongAdder> own = new EnumMap<>(Severity.class);
      for (Severity severity : Severity.values()) {
        own.put(severity, counter(figures, group, severity));
      }
      counters.put(group, own);
    }
  }

  private static LongAdder counter(Figures figures, Group group, Severity severity) {
    return figures.counter(
        "sereno.log.records",
        "Log records at or above the level of their logger",
        Map.of("level", severity.name(), "logger_group", group.name().toLowerCase(Locale.ROOT)));
  }

  @SuppressWarnings("NullAway") // there is one for each
  void count(Group group, Level level) {
    counters.get(group).get(Levels.severity(level)).increment();
  }
}
