package io.sereno.logging.format;

import io.sereno.context.ContextField;
import io.sereno.redaction.Redactor;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a line that the application names: those of the mapped diagnostic context, then the
 * record's own. A key that is taken already gets {@value #OTHERS} before it, and the value of what
 * has the name of a secret is masked. One line after another; one thread.
 */
final class OtherFields implements BiConsumer<Object, @Nullable Object> {

  private static final String OTHERS = "labels.";
  private static final int MOST = 200;
  private static final int LONGEST_NAME = 100;

  private final JsonLine line;
  private final JsonSettings settings;
  private final Redactor redactor;
  private final Map<String, Predicate<LogEntry>> taken;
  private final Set<String> names = new HashSet<>();

  /**
   * Makes a writer for one line after another.
   *
   * @param taken the names of the schema's own fields, and whether a line has them
   */
  OtherFields(
      JsonLine line,
      JsonSettings settings,
      Redactor redactor,
      Map<String, Predicate<LogEntry>> taken) {
    this.line = line;
    this.settings = settings;
    this.redactor = redactor;
    this.taken = taken;
  }

  void write(LogEntry entry) {
    names.clear();
    entry.mdc().forEach(this);
    if (!entry.fields().isEmpty()) {
      entry.fields().forEach(this::add);
    }
  }

  /** Takes an entry of the mapped diagnostic context, which shows our own context, too. */
  @Override
  public void accept(Object name, @Nullable Object value) {
    String key = String.valueOf(name);
    ContextField field = ContextField.named(key);
    if (field == null || !Objects.equals(field.of(line.entry().context()), value)) {
      add(key, value, false);
    }
  }

  /** Takes what a record tells, which is not to speak for the context. */
  private void add(String key, @Nullable Object value) {
    boolean reserved = line.entry().knowsContext() && ContextField.named(key) != null;
    add(key, value, reserved);
  }

  private void add(String foreign, @Nullable Object value, boolean reserved) {
    if (value == null || !settings.includes(foreign)) {
      return;
    }
    String key = free(name(redactor.text(settings.rename(foreign))), reserved);
    if (key == null) {
      line.drop();
      return;
    }
    line.begin(key);
    line.any(redactor.isSensitive(foreign) ? redactor.maskNamed(foreign, value) : shown(value));
    line.endField(true);
  }

  /** The name or, where it is taken, another; null if that is taken too, or there are enough. */
  private @Nullable String free(String name, boolean reserved) {
    String free = reserved || isTaken(name) ? OTHERS + name : name;
    return names.size() < MOST && !isTaken(free) && names.add(free) ? free : null;
  }

  private boolean isTaken(String name) {
    Predicate<LogEntry> present = taken.get(name);
    return name.equals(Marks.DROPPED)
        || (present != null && present.test(line.entry()))
        || names.contains(name);
  }

  private Object shown(Object value) {
    boolean simple = value instanceof Number || value instanceof Boolean || value instanceof String;
    return simple && value.getClass().getName().startsWith("java.lang.")
        ? value
        : redactor.show(value);
  }

  /** A foreign name as it can stand in a line, so that two that look alike there are one. */
  static String name(String key) {
    return Characters.wellFormed(
        key.length() <= LONGEST_NAME ? key : key.substring(0, LONGEST_NAME) + Cuts.MARK);
  }
}
