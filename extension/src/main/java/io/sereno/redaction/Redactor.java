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
 * their fields, entities by their id, the JDK's collections by their size and first elements, all
 * others by their type. No method of the application is called, no association is loaded, nothing
 * is consumed or waited for, and the text is bounded. Threads: any.
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

  /** Adds the value to a text, unless that is too long already. */
  void show(@Nullable Object value, StringBuilder text, int depth) {
    if (text.length() > LONGEST) {
      return;
    }
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

  static String bounded(CharSequence text) {
    return bounded(text, LONGEST);
  }

  /** At most so many characters and a mark, without half of a surrogate pair. */
  static String bounded(CharSequence text, int longest) {
    if (text.length() <= longest) {
      return text.toString();
    }
    boolean splits = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.subSequence(0, splits ? longest - 1 : longest) + "…";
  }
}
