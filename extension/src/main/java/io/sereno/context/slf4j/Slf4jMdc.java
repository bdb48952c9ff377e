package io.sereno.context.slf4j;

import io.sereno.context.Mdc;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.slf4j.helpers.NOPMDCAdapter;

/** The MDC of SLF4J, where a provider keeps one. Found by ServiceLoader. */
public final class Slf4jMdc implements Mdc {

  /**
   * Fails where nobody would see what is put here.
   *
   * @throws LinkageError if there is no SLF4J
   * @throws IllegalStateException if its provider keeps no MDC
   */
  public Slf4jMdc() {
    if (MDC.getMDCAdapter() == null || MDC.getMDCAdapter() instanceof NOPMDCAdapter) {
      throw new IllegalStateException("SLF4J keeps no MDC");
    }
  }

  @Override
  public @Nullable Object get(String key) {
    return MDC.get(key);
  }

  @Override
  public void put(String key, Object value) {
    MDC.put(key, value.toString());
  }

  @Override
  public void remove(String key) {
    MDC.remove(key);
  }
}
