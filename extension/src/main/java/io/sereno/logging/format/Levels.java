package io.sereno.logging.format;

import io.sereno.Severity;
import java.util.Locale;
import java.util.logging.Level;

/** The guide's five levels on java.util.logging's numbers. */
public final class Levels {

  /** What to write for a level that cannot be read. */
  public static final String REMEDY = "write one of DEBUG, INFO, WARNING, ERROR, CRITICAL";

  /** jboss-logging's FATAL; on plain java.util.logging a level without a name. */
  private static final int CRITICAL_VALUE = 1_100;

  private static final Level CRITICAL = Level.parse(String.valueOf(CRITICAL_VALUE));

  private Levels() {}

  /** The guide's word for a level: 1100 and above CRITICAL, CONFIG and below DEBUG. */
  public static Severity severity(Level level) {
    int value = level.intValue();
    if (value >= CRITICAL_VALUE) {
      return Severity.CRITICAL;
    }
    if (value >= Level.SEVERE.intValue()) {
      return Severity.ERROR;
    }
    if (value >= Level.WARNING.intValue()) {
      return Severity.WARNING;
    }
    return value >= Level.INFO.intValue() ? Severity.INFO : Severity.DEBUG;
  }

  /** The level that records of a severity are logged at; DEBUG is FINE. */
  public static Level level(Severity severity) {
    return switch (severity) {
      case DEBUG -> Level.FINE;
      case INFO -> Level.INFO;
      case WARNING -> Level.WARNING;
      case ERROR -> Level.SEVERE;
      case CRITICAL -> CRITICAL;
    };
  }

  /**
   * Reads one of the guide's words, or one that java.util.logging or jboss-logging has, in any
   * case.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Level parse(String text) {
    return switch (text.strip().toUpperCase(Locale.ROOT)) {
      case "ALL" -> Level.ALL;
      case "FINEST" -> Level.FINEST;
      case "TRACE", "FINER" -> Level.FINER;
      case "DEBUG", "FINE" -> Level.FINE;
      case "CONFIG" -> Level.CONFIG;
      case "INFO" -> Level.INFO;
      case "WARN", "WARNING" -> Level.WARNING;
      case "SEVERE", "ERROR" -> Level.SEVERE;
      case "FATAL", "CRITICAL" -> CRITICAL;
      case "OFF" -> Level.OFF;
      default -> throw new IllegalArgumentException(text);
    };
  }

  /** How a threshold is shown: the guide's word, or {@code OFF} for what lets nothing through. */
  public static String word(int threshold) {
    return threshold == Level.OFF.intValue()
        ? "OFF"
        : severity(Level.parse(String.valueOf(threshold))).name();
  }
}
