package io.sereno.logging;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * The message of a record with its parameters in it. JBoss LogManager's records know other styles
 * than java.util.logging's, and put their messages together themselves.
 */
final class RecordMessages {

  private final Map<Class<?>, Optional<Method>> ownFormats = new ConcurrentHashMap<>();

  /** Never null, and never an exception: a message that cannot be put together comes as it is. */
  String of(LogRecord record, Formatter formatter) {
    String raw = String.valueOf(record.getMessage());
    try {
      Optional<Method> own =
          ownFormats.computeIfAbsent(record.getClass(), RecordMessages::ownFormat);
      Object message = own.isPresent() ? own.get().invoke(record) : formatter.formatMessage(record);
      return message == null ? raw : message.toString();
    } catch (ReflectiveOperationException | RuntimeException | StackOverflowError e) {
      return raw; // a parameter's own toString
    }
  }

  private static Optional<Method> ownFormat(Class<?> type) {
    try {
      return Optional.of(type.getMethod("getFormattedMessage"));
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    }
  }
}
