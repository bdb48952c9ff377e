package io.sereno.logging.format;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * The message of a record with its parameters in it. JBoss LogManager's records know other styles
 * than java.util.logging's, and put their messages together themselves.
 */
final class Messages {

  private static final Formatter STANDARD =
      new Formatter() {
        @Override
        public String format(LogRecord record) {
          return formatMessage(record);
        }
      };

  private static final ClassValue<Optional<Method>> OWN =
      new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> type) {
          return Getters.find(type, "getFormattedMessage");
        }
      };

  private Messages() {}

  /** Never null, and never an exception: a message that cannot be put together comes as it is. */
  static String of(LogRecord record) {
    String raw = String.valueOf(record.getMessage());
    try {
      Object message = record.getClass() == LogRecord.class ? null : own(record);
      return message == null ? String.valueOf(STANDARD.format(record)) : message.toString();
    } catch (Throwable e) {
      Foreign.rethrowIfFatal(e);
      return raw; // a parameter's own toString
    }
  }

  /** What a record that puts its message together itself says; null from others. */
  private static @Nullable Object own(LogRecord record) throws ReflectiveOperationException {
    Optional<Method> own = OWN.get(record.getClass());
    return own.isPresent() ? own.get().invoke(record) : null;
  }
}
