package io.sereno.context;

import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** The MDC of jboss-logging, and so that of the log manager behind it. */
final class JBossMdc implements Mdc {

  @Override
  public @Nullable Object get(String key) {
    return MDC.get(key);
  }

  @Override
  public void put(String key, Object value) {
    MDC.put(key, value);
  }

  @Override
  public void remove(String key) {
    MDC.remove(key);
  }
}
