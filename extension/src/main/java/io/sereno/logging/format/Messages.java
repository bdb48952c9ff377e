package io.sereno.logging.format;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

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
      Optional<Method> own = OWN.get(record.getClass());
      Object message = own.isPresent() ? own.get().invoke(record) : STANDARD.format(record);
      return message == null ? raw : message.toString();
    } catch (Throwable e) {
      Foreign.rethrowIfFatal(e);
      return raw; // a parameter's own toString
    }
  }
}
