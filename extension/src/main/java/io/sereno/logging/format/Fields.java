package io.sereno.logging.format;

import io.sereno.context.Context;
import io.sereno.context.ContextField;
import io.sereno.redaction.Redactor;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a schema writes a line's fields. What the settings leave out, rename or add is done here, a
 * key that is already taken gets {@value #OTHERS} before it, and what has the name of a secret is
 * masked. One thread.
 */
public final class Fields {

  private static final String OTHERS = "labels.";

  private final LogEntry entry;
  private final JsonSettings settings;
  private final Redactor redactor;
  private final JsonLine line;

  Fields(LogEntry entry, JsonSettings settings, Redactor redactor, JsonLine line) {
    this.entry = entry;
    this.settings = settings;
    this.redactor = redactor;
    this.line = line;
  }

  /** Adds a field of the schema: a text, a number or a truth; null is left out. */
  public void add(String key, @Nullable Object value) {
    if (value != null && settings.includes(key)) {
      line.add(settings.rename(key), value);
    }
  }

  /** Adds the fields that the settings have for every line. */
  public void addStatic() {
    settings
        .add()
        .forEach((key, value) -> line.add(key, redactor.isSensitive(key) ? Redactor.MASK : value));
  }

  /** Adds who and where: the context of the work on this thread, what is known of it. */
  public void addContext() {
    Map<String, Object> said = isAudit() ? entry.fields() : Map.of();
    Context context = entry.context();
    for (ContextField field : ContextField.values()) {
      Object value = said.getOrDefault(field.key(), field.of(context));
      add(field.key(), value == null ? null : shown(value).toString());
    }
  }

  /** The audit tells of work that another thread may have done. */
  private boolean isAudit() {
    return LoggerNames.AUDIT.equals(entry.record().getLoggerName());
  }

  /**
   * Adds what stands in the mapped diagnostic context, then the record's own fields.
   *
   * @param later fields that the schema adds after these, whose keys are taken
   */
  public void addOthers(LogField... later) {
    Context context = entry.context();
    for (Map.Entry<?, ?> other : entry.mdc().entrySet()) {
      String key = String.valueOf(other.getKey());
      ContextField field = ContextField.named(key);
      if (field == null || !Objects.equals(field.of(context), other.getValue())) {
        addOther(key, other.getValue(), later);
      }
    }
    boolean audit = isAudit();
    entry
        .fields()
        .forEach(
            (key, value) -> {
              if (!audit || ContextField.named(key) == null) {
                addOther(key, value, later);
              }
            });
  }

  private void addOther(String foreign, @Nullable Object value, LogField[] later) {
    if (value == null || !settings.includes(foreign)) {
      return;
    }
    String key = JsonLine.name(settings.rename(foreign));
    String free = line.has(key) || isTaken(key, later) ? OTHERS + key : key;
    line.addOptional(free, redactor.isSensitive(foreign) ? Redactor.MASK : shown(value));
  }

  private boolean isTaken(String key, LogField[] later) {
    for (LogField field : later) {
      if (settings.rename(field.key()).equals(key)) {
        return true;
      }
    }
    return false;
  }

  private Object shown(Object value) {
    boolean simple = value instanceof Number || value instanceof Boolean || value instanceof String;
    return simple && value.getClass().getName().startsWith("java.lang.")
        ? value
        : redactor.show(value);
  }

  /** The stack trace of the record's exception, as the settings want it; null without one. */
  public @Nullable String stackTrace() {
    Throwable thrown = entry.thrown();
    return thrown == null ? null : settings.stackTraces().of(thrown);
  }

  /** Eight hexadecimal digits for the exception and the place it is from, if asked for. */
  public @Nullable String stackHash() {
    Throwable thrown = entry.thrown();
    return thrown == null ? null : settings.stackTraces().hash(thrown);
  }
}
