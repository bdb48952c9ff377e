package io.sereno.redaction;

import java.lang.reflect.Proxy;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How the values of one class are shown, worked out once. */
@FunctionalInterface
interface Shape {

  Pattern GENERATED = Pattern.compile("\\$\\$|HibernateProxy|__EJB");

  int DEEPEST = 3;
  int LONGEST_TEXT = 256;

  void show(Object value, StringBuilder text, int depth, Redactor redactor);

  static Shape of(Class<?> type, Redactor redactor) {
    if (Enum.class.isAssignableFrom(type)) {
      return (value, text, depth, r) -> text.append(((Enum<?>) value).name());
    }
    if (isSimple(type)) {
      return (value, text, depth, r) -> cut(value.toString(), text);
    }
    if (type == Optional.class) {
      return (value, text, depth, r) -> r.show(((Optional<?>) value).orElse(null), text, depth);
    }
    if (type.isArray()) {
      return named(type.getSimpleName());
    }
    if (type.getName().startsWith("java.")) {
      return sized(type);
    }
    if (isGenerated(type)) {
      return named(type.getSimpleName().replaceAll("[_$].*", ""));
    }
    return type.getClassLoader() == Shape.class.getClassLoader()
        ? Members.of(type, redactor)
        : named(type.getSimpleName()); // the server's own: who knows what it holds
  }

  /** Values of the JDK's own immutable types, whose text is what they are. */
  private static boolean isSimple(Class<?> type) {
    return type == String.class
        || type == Boolean.class
        || type == Character.class
        || type == UUID.class
        || (type.getName().startsWith("java.")
            && Stream.of(Number.class, Temporal.class, TemporalAmount.class, Date.class)
                .anyMatch(simple -> simple.isAssignableFrom(type)));
  }

  /** The JDK's collections know their size; others may have to load it first. */
  private static Shape sized(Class<?> type) {
    if (Collection.class.isAssignableFrom(type)) {
      return (value, text, depth, r) ->
          text.append(type.getSimpleName())
              .append('(')
              .append(((Collection<?>) value).size())
              .append(')');
    }
    if (Map.class.isAssignableFrom(type)) {
      return (value, text, depth, r) ->
          text.append(type.getSimpleName())
              .append('(')
              .append(((Map<?, ?>) value).size())
              .append(')');
    }
    return named(type.getSimpleName());
  }

  private static Shape named(String name) {
    return (value, text, depth, r) -> text.append(name);
  }

  /** Proxies of containers and persistence providers: their fields are not the object's. */
  private static boolean isGenerated(Class<?> type) {
    return Proxy.isProxyClass(type) || type.isHidden() || GENERATED.matcher(type.getName()).find();
  }

  private static void cut(String value, StringBuilder text) {
    if (value.length() <= LONGEST_TEXT) {
      text.append(value);
    } else {
      text.append(value, 0, LONGEST_TEXT).append('…');
    }
  }
}
