package io.sereno.logging;

import io.sereno.Severity;
import java.util.logging.Level;

/** The guide's five levels on java.util.logging's numbers. */
final class Levels {

  /** jboss-logging's FATAL; on plain java.util.logging a level without a name. */
  private static final int CRITICAL_VALUE = 1_100;

  private static final Level CRITICAL = Level.parse(String.valueOf(CRITICAL_VALUE));

  private Levels() {}

  static Severity severity(Level level) {
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

  static Level level(Severity severity) {
    return switch (severity) {
      case DEBUG -> Level.FINE;
      case INFO -> Level.INFO;
      case WARNING -> Level.WARNING;
      case ERROR -> Level.SEVERE;
      case CRITICAL -> CRITICAL;
    };
  }
}
