package io.sereno.it.context;

import io.sereno.context.Context;
import io.sereno.context.ContextField;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.MDC;

/** What a thread shows of a context. */
final class Traces {

  private Traces() {}

  /** Empty if there is nothing. */
  static String ofThisThread() {
    Map<String, Object> shown = new TreeMap<>();
    for (ContextField field : ContextField.values()) {
      Object value = MDC.get(field.key());
      if (value != null) {
        shown.put(field.key(), value);
      }
    }
    Context context = Context.current();
    return shown.isEmpty() && context.equals(Context.NONE) ? "" : context + " " + shown;
  }
}
