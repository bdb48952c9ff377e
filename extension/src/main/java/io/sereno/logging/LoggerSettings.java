package io.sereno.logging;

import io.sereno.logging.format.Levels;
import io.sereno.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;

/**
 * Settings of one logger, and of those below it that have none of their own.
 *
 * @param level {@code level}: what matters less is not logged; the level of the logger above by
 *     default
 * @param handlers {@code handlers}: those that write its records, besides the ones of the loggers
 *     above; none by default
 * @param propagate {@code propagate}: whether the handlers of the loggers above write them too;
 *     true by default
 */
record LoggerSettings(Optional<Level> level, List<String> handlers, boolean propagate) {

  private static final String LEVEL = "level";
  private static final String HANDLERS = "handlers";
  private static final String PROPAGATE = "propagate";

  LoggerSettings {
    handlers = List.copyOf(handlers);
  }

  /**
   * Reads them.
   *
   * @param defined the names that {@code handlers} may have
   */
  static LoggerSettings read(Settings settings, HandlerNames defined) {
    return new LoggerSettings(
        level(settings),
        defined.read(settings, HANDLERS, List.of()),
        settings.flag(PROPAGATE, true));
  }

  LoggerSettings at(Level other) {
    return new LoggerSettings(Optional.of(other), handlers, propagate);
  }

  private static Optional<Level> level(Settings settings) {
    return settings.value(
        LEVEL, Optional.empty(), Levels.REMEDY, text -> Optional.of(Levels.parse(text)));
  }
}
