package io.sereno.logging;

import io.sereno.Severity;
import io.sereno.invocation.BeanMethod;
import io.sereno.invocation.CallObserver;
import io.sereno.logging.format.Levels;
import io.sereno.logging.format.LogField;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes the record of each call of one {@code @Logged} method to the logger of its bean's class.
 */
final class LoggedCalls implements CallObserver {

  private final BeanMethod method;
  private final Logger logger;
  private final Level success;
  private final Level failure;

  LoggedCalls(BeanMethod method, Severity severity) {
    this.method = method;
    this.logger = Logger.getLogger(method.bean().getName());
    this.success = Levels.level(severity);
    this.failure = Levels.level(severity.compareTo(Severity.ERROR) > 0 ? severity : Severity.ERROR);
  }

  @Override
  public void ended(long nanos, @Nullable Throwable thrown) {
    Level level = thrown == null ? success : failure;
    if (logger.isLoggable(level)) {
      logger.log(record(level, nanos, thrown));
    }
  }

  private LogRecord record(Level level, long nanos, @Nullable Throwable thrown) {
    LogRecord record = new LogRecord(level, message(nanos, thrown));
    record.setLoggerName(logger.getName());
    record.setSourceClassName(method.bean().getName());
    record.setSourceMethodName(method.method().getName());
    record.setThrown(thrown);
    record.setParameters(new Object[] {fields(nanos, thrown)});
    return record;
  }

  private String message(long nanos, @Nullable Throwable thrown) {
    return String.format(
        Locale.ROOT,
        thrown == null ? "%s succeeded in %.1f ms" : "%s failed after %.1f ms",
        method.shortName(),
        nanos / 1e6);
  }

  private Map<String, Object> fields(long nanos, @Nullable Throwable thrown) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(LogField.FUNCTION.key(), method.fullName());
    fields.put(LogField.OUTCOME.key(), thrown == null ? "success" : "failure");
    fields.put(LogField.DURATION.key(), nanos);
    return fields;
  }
}
