package io.sereno.logging.handlers;

import io.sereno.logging.format.Levels;
import io.sereno.settings.Settings;
import java.util.List;
import java.util.logging.Level;

/**
 * Settings of a handler's filter.
 *
 * @param loggers {@code loggers}: the only loggers that are written, and those below them; all by
 *     default
 * @param except {@code except}: loggers that are not, nor those below them; none by default
 * @param level {@code level}: what matters less is not written; everything by default
 * @param sampleRate {@code sample-rate}: which part of the records below {@code sample-below} is
 *     written, from 0 to 1; 1 by default. The audit is always written whole
 * @param sampleBelow {@code sample-below}: what matters as much as this is written whole; WARNING
 *     by default
 */
public record FilterSettings(
    List<String> loggers, List<String> except, Level level, double sampleRate, Level sampleBelow) {

  private static final String LOGGERS = "loggers";
  private static final String EXCEPT = "except";
  private static final String LEVEL = "level";
  private static final String SAMPLE_RATE = "sample-rate";
  private static final String SAMPLE_BELOW = "sample-below";

  public FilterSettings {
    loggers = List.copyOf(loggers);
    except = List.copyOf(except);
  }

  static FilterSettings read(Settings settings) {
    return new FilterSettings(
        settings.list(LOGGERS),
        settings.list(EXCEPT),
        settings.value(LEVEL, Level.ALL, Levels.REMEDY, Levels::parse),
        settings.fraction(SAMPLE_RATE, 1),
        settings.value(SAMPLE_BELOW, Level.WARNING, Levels.REMEDY, Levels::parse));
  }

  /** Whether only a part of some records passes. */
  boolean samples() {
    return sampleRate < 1;
  }

  /** Whether everything passes. */
  boolean isEmpty() {
    return loggers.isEmpty() && except.isEmpty() && level.equals(Level.ALL) && sampleRate == 1;
  }
}
