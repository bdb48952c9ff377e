package io.sereno.redaction;

import io.sereno.Sensitive;
import io.sereno.Sensitive.Keep;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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

  private static final @Nullable ClassLoader OWN = Redactor.class.getClassLoader();

  private static final int LONGEST = 1_024;

  /** How far beyond an end is looked, so that what crosses it is known for a secret. */
  private static final int BEYOND = 4_096;

  private static final int KEPT = 4;

  /** Fewer characters could be guessed by the last four of them. */
  private static final int SHORTEST_KEPT = 8;

  private final boolean enabled;
  private final SensitiveNames names;
  private final TextRedaction texts;
  private final Map<Class<?>, Shape> shapes = new ConcurrentHashMap<>();

  public Redactor(RedactionSettings settings) {
    this.enabled = settings.enabled();
    this.names = new SensitiveNames(settings);
    this.texts =
        enabled ? TextRedaction.of(names, settings.emails()) : new TextRedaction(List.of());
  }

  /**
   * A text that people wrote or a program put together, with every secret in it masked: values of
   * names that are secret, and what is a secret by its own form. It takes linear time, and seldom
   * any memory if there is no secret.
   *
   * @return the same instance if there is none
   */
  public String text(String text) {
    return text(text, false);
  }

  /**
   * The same for a text whose end may have been cut off.
   *
   * @param truncated whether what may be the beginning of a secret at the end is masked as well,
   *     even where it does not look like one by itself
   */
  public String text(String text, boolean truncated) {
    return enabled ? texts.mask(text, truncated) : text;
  }

  /**
   * Whether this is a short text without a secret: what {@link #text(String)} gives back as it is.
   *
   * @param read knows the characters of the text afterwards, if it is
   */
  public boolean isHarmless(String text, ShortText read) {
    return text.length() <= ShortText.LONGEST && texts.isHarmless(text, read);
  }

  /**
   * A text of which no more than so many characters are needed, with every secret in it masked. Of
   * a longer one not much more is looked at: a secret that crosses the end is masked up to it.
   */
  public String beginning(String text, int longest) {
    return isWhole(text, longest) ? text(text) : text(text.substring(0, longest + BEYOND), true);
  }

  /** Whether {@link #beginning} has the whole text. */
  public boolean isWhole(String text, int longest) {
    return text.length() - BEYOND <= longest;
  }

  /** What stands in the place of a sensitive value, of which something may be kept. */
  public static String mask(@Nullable Object value, Keep keep) {
    if (keep == Keep.NOTHING || value == null || !Shape.isText(value)) {
      return MASK;
    }
    String text = value.toString();
    return text.length() < SHORTEST_KEPT ? MASK : MASK + text.substring(text.length() - KEPT);
  }

  TextRedaction texts() {
    return texts;
  }

  static void mask(String text, long span, StringBuilder masked) {
    masked.append(MASK);
    int end = Span.end(span);
    if (Span.keepsLast4(span) && end - Span.start(span) >= SHORTEST_KEPT) {
      masked.append(text, end - KEPT, end);
    }
  }

  /** Whether a value of this name is a secret. */
  public boolean isSensitive(String name) {
    return enabled && names.contains(name);
  }

  /** What stands in the place of a value whose name makes it a secret. */
  public String maskNamed(String name, @Nullable Object value) {
    Keep keep = keep(name);
    return keep == null ? MASK : mask(value, keep);
  }

  /**
   * What may be kept of the values of a member or parameter, by its annotation, type or name; null
   * if they are no secret.
   */
  @Nullable Keep keep(AnnotatedElement element, String name, Class<?> type) {
    Sensitive own = Annotations.of(element);
    Sensitive sensitive = own == null ? Annotations.ofType(type) : own;
    return sensitive == null ? keep(name) : sensitive.keep();
  }

  /** How the values of a member are shown, by its annotation, type or name. */
  public Function<@Nullable Object, String> shown(
      AnnotatedElement element, String name, Class<?> type) {
    Keep keep = keep(element, name, type);
    return keep == null ? this::show : value -> mask(value, keep);
  }

  private @Nullable Keep keep(String name) {
    if (!enabled) {
      return null;
    }
    return switch (names.of(name)) {
      case NONE -> null;
      case MASKED -> Keep.NOTHING;
      case LAST4 -> Keep.LAST4;
    };
  }

  /** Whether the values of a member or parameter are secret, by its annotation, name or type. */
  public boolean isSensitive(AnnotatedElement element, String name, Class<?> type) {
    return keep(element, name, type) != null;
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
    } catch (Throwable e) {
      if (e instanceof VirtualMachineError fatal && !(e instanceof StackOverflowError)) {
        throw fatal;
      }
      text.setLength(before); // the JDK's view of the application's own, or a class that is broken
      text.append(value.getClass().getName());
    }
  }

  private void showShape(Object value, StringBuilder text, int depth) {
    shape(value.getClass()).show(value, text, depth, this);
  }

  /** Remembered for classes that live as long as this one does: others could never be unloaded. */
  private Shape shape(Class<?> type) {
    Shape known = shapes.get(type);
    if (known != null) {
      return known;
    }
    Shape shape = Shape.of(type, this);
    if (type.getClassLoader() == null || type.getClassLoader() == OWN) {
      shapes.put(type, shape);
    }
    return shape;
  }

  /** Whether a map can be read without anything being loaded or waited for. */
  public static boolean holdsWhatItShows(Map<?, ?> map) {
    return Elements.MAPS.contains(map.getClass().getName());
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
