package io.sereno.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the MDCs show of a context.
 *
 * <p>Some logging libraries give each new thread a copy of the MDC of the thread that starts it. So
 * a pool that grows during a request has threads that show that request for ever, unless somebody
 * takes it for what it is: see {@link #isInherited}.
 */
final class MdcFields {

  private static final String PROBE = "io.sereno.context";
  private static final ContextField[] FIELDS = ContextField.values();
  private static final int TRACE_ID = List.of(FIELDS).indexOf(ContextField.TRACE_ID);
  private static final int SPAN_ID = List.of(FIELDS).indexOf(ContextField.SPAN_ID);
  private static final Mdc[] MDCS = mdcs();

  private MdcFields() {}

  private static Mdc[] mdcs() {
    Mdc first = new JBossMdc();
    List<Mdc> all = new ArrayList<>(List.of(first));
    first.put(PROBE, PROBE);
    for (Mdc other : Found.all(Mdc.class)) {
      if (other.get(PROBE) == null) { // else it is the same one under another name
        all.add(other);
      }
    }
    first.remove(PROBE);
    return all.toArray(Mdc[]::new);
  }

  /** What stands in the place of the context's fields, null if there is nothing. */
  static @Nullable Object @Nullable [] save() {
    @Nullable Object @Nullable [] saved = null;
    for (int i = 0; i < MDCS.length * FIELDS.length; i++) {
      Object value = MDCS[i / FIELDS.length].get(FIELDS[i % FIELDS.length].key());
      if (value != null) {
        saved = saved == null ? new Object[MDCS.length * FIELDS.length] : saved;
        saved[i] = value;
      }
    }
    return saved;
  }

  /**
   * Whether a thread that has no context shows one: an application's own keys do not make up a
   * whole one.
   */
  static boolean isInherited(@Nullable Object[] saved) {
    for (int mdc = 0; mdc < saved.length; mdc += FIELDS.length) {
      if (isHex(saved[mdc + TRACE_ID], 32) && isHex(saved[mdc + SPAN_ID], 16)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHex(@Nullable Object value, int length) {
    return value instanceof String text
        && text.length() == length
        && text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }

  static void restore(@Nullable Object @Nullable [] saved) {
    for (int i = 0; i < MDCS.length * FIELDS.length; i++) {
      show(MDCS[i / FIELDS.length], FIELDS[i % FIELDS.length], saved == null ? null : saved[i]);
    }
  }

  static void show(Context context) {
    for (ContextField field : FIELDS) {
      show(field, field.of(context));
    }
  }

  /** Shows only what is another than before, and not in the place of what an application put. */
  static void change(Context before, Context now) {
    for (ContextField field : FIELDS) {
      String last = field.of(before);
      String value = field.of(now);
      if (!Objects.equals(value, last)) {
        for (Mdc mdc : MDCS) {
          if (Objects.equals(mdc.get(field.key()), last)) {
            show(mdc, field, value);
          }
        }
      }
    }
  }

  private static void show(ContextField field, @Nullable String value) {
    for (Mdc mdc : MDCS) {
      show(mdc, field, value);
    }
  }

  private static void show(Mdc mdc, ContextField field, @Nullable Object value) {
    if (value == null) {
      mdc.remove(field.key());
    } else {
      mdc.put(field.key(), value);
    }
  }
}
