package io.sereno.logging.format;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.logging.LogRecord;
import org.jboss.logging.MDC;

/**
 * The mapped diagnostic context of a record: its own where it has one, as JBoss LogManager's do,
 * else what jboss-logging has for this thread, where it is there at all.
 */
final class RecordMdc {

  private static final boolean HAS_JBOSS_LOGGING = hasJBossLogging();

  private static final ClassValue<Optional<Method>> OWN =
      new ClassValue<>() {
        @Override
        protected Optional<Method> computeValue(Class<?> type) {
          return Getters.find(type, "getMdcCopy");
        }
      };

  private RecordMdc() {}

  static Map<?, ?> of(LogRecord record) {
    if (record.getClass() == LogRecord.class) {
      return jbossLogging();
    }
    Optional<Method> own = OWN.get(record.getClass());
    try {
      Object copy = own.isPresent() ? own.get().invoke(record) : jbossLogging();
      return copy instanceof Map<?, ?> map ? map : Map.of();
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Map.of(); // another library's; the line is worth more
    }
  }

  private static Map<?, ?> jbossLogging() {
    Map<?, ?> map = HAS_JBOSS_LOGGING ? MDC.getMap() : null;
    return map == null ? Map.of() : map;
  }

  private static boolean hasJBossLogging() {
    try {
      MDC.get("");
      return true;
    } catch (LinkageError e) {
      return false; // a formatter of the whole server stands outside of its libraries
    }
  }
}
