package io.sereno.redaction;

import io.sereno.Sensitive;
import java.lang.reflect.AnnotatedElement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The one engine that turns values into text for people to read outside of the process, with what
 * is sensitive replaced by {@link #MASK}.
 *
 * <p>Sensitive is what {@link Sensitive} marks, and what has the name of a secret. A value is shown
 * by what is known to be harmless to read: simple values as text, records and plain objects by
 * their simple members, entities by their id, all others by their type. No method of the
 * application is called, no association is loaded, and the text is bounded. Threads: any.
 */
public final class Redactor {

  /** What stands in the place of a sensitive value. */
  public static final String MASK = "***";

  private static final int LONGEST = 1_024;

  private final SensitiveNames names;
  private final Map<Class<?>, Shape> shapes = new ConcurrentHashMap<>();

  public Redactor(RedactionSettings settings) {
    this.names = new SensitiveNames(settings.names());
  }

  /** Whether a value of this name is a secret. */
  public boolean isSensitive(String name) {
    return names.contains(name);
  }

  /** The text with every secret in it masked; the same one if there is none. */
  public String text(String text) {
    return text;
  }

  /** Whether the values of a member or parameter are secret, by its annotation, name or type. */
  public boolean isSensitive(AnnotatedElement element, String name, Class<?> type) {
    return element.isAnnotationPresent(Sensitive.class)
        || type.isAnnotationPresent(Sensitive.class)
        || isSensitive(name);
  }

  /** The value as text: null as {@code null}, and never more than a thousand characters. */
  public String show(@Nullable Object value) {
    StringBuilder text = new StringBuilder();
    show(value, text, 0);
    return bounded(text);
  }

  void show(@Nullable Object value, StringBuilder text, int depth) {
    if (value == null) {
      text.append("null");
      return;
    }
    int before = text.length();
    try {
      showShape(value, text, depth);
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      text.setLength(before); // the JDK's view of the application's own, or a class that is broken
      text.append(value.getClass().getName());
    }
  }

  private void showShape(Object value, StringBuilder text, int depth) {
    if (value.getClass().isAnnotationPresent(Sensitive.class)) {
      text.append(MASK);
    } else {
      shapes
          .computeIfAbsent(value.getClass(), type -> Shape.of(type, this))
          .show(value, text, depth, this);
    }
  }

  static String bounded(StringBuilder text) {
    if (text.length() <= LONGEST) {
      return text.toString();
    }
    return text.substring(0, LONGEST) + "…";
  }
}
