package io.sereno.redaction;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/** How the values of one class are shown, worked out once. */
@FunctionalInterface
interface Shape {

  /** Below this, objects and collections are shown by their type alone. */
  int DEEPEST = 3;

  int LONGEST_TEXT = 256;

  /** A number of a thousand digits, whose text takes long to work out. */
  int MOST_BITS = 3_322;

  /** The JDK's own immutable types, whose text is what they are. */
  Set<Class<?>> SIMPLE =
      Set.of(
          String.class,
          Boolean.class,
          Character.class,
          UUID.class,
          URI.class,
          Locale.class,
          Currency.class,
          OptionalInt.class,
          OptionalLong.class,
          OptionalDouble.class);

  /** Those whose every subclass in the JDK is simple, too. */
  Set<Class<?>> FAMILIES =
      Set.of(Number.class, Temporal.class, TemporalAmount.class, ZoneId.class, Date.class);

  /** What the application may implement so that reading it tells nothing, or waits. */
  Set<Class<?>> OPAQUE =
      Set.of(
          Collection.class,
          Map.class,
          Future.class,
          CompletionStage.class,
          Throwable.class,
          ClassLoader.class);

  void show(Object value, StringBuilder text, int depth, Redactor redactor);

  static Shape of(Class<?> type, Redactor redactor) {
    if (Annotations.ofType(type) != null) {
      return (value, text, depth, r) -> text.append(Redactor.MASK);
    }
    if (Enum.class.isAssignableFrom(type)) {
      return (value, text, depth, r) -> text.append(((Enum<?>) value).name());
    }
    if (type.isArray()) {
      return Elements.ofArray(type);
    }
    if (type.getName().startsWith("java.")) {
      return ofJdk(type);
    }
    if (TypeNames.isGenerated(type)) {
      return HibernateProxies.of(type, redactor).orElseGet(() -> named(type));
    }
    boolean isOwn = type.getClassLoader() == Shape.class.getClassLoader();
    if (!isOwn || OPAQUE.stream().anyMatch(opaque -> opaque.isAssignableFrom(type))) {
      return named(type); // the server's own: who knows what it holds
    }
    return Entities.isEntity(type) ? Entities.of(type, redactor) : Members.of(type, redactor);
  }

  private static Shape ofJdk(Class<?> type) {
    if (SIMPLE.contains(type) || FAMILIES.stream().anyMatch(f -> f.isAssignableFrom(type))) {
      return (value, text, depth, r) ->
          cut(isTooBig(value) ? type.getSimpleName() : value.toString(), text, r);
    }
    if (type == Class.class) {
      return (value, text, depth, r) -> text.append(((Class<?>) value).getName());
    }
    if (type == Optional.class) {
      return (value, text, depth, r) -> r.show(((Optional<?>) value).orElse(null), text, depth);
    }
    return Elements.of(type).orElseGet(() -> named(type));
  }

  private static Shape named(Class<?> type) {
    String name = TypeNames.of(type);
    return (value, text, depth, r) -> text.append(name);
  }

  /** Whether a value's text is what it is, and no code of the application makes it. */
  static boolean isText(Object value) {
    boolean jdks = value.getClass().getName().startsWith("java.");
    return value instanceof String || (jdks && value instanceof Number && !isTooBig(value));
  }

  private static boolean isTooBig(Object value) {
    return (value instanceof BigInteger whole && whole.bitLength() > MOST_BITS)
        || (value instanceof BigDecimal decimal && decimal.unscaledValue().bitLength() > MOST_BITS);
  }

  private static void cut(String value, StringBuilder text, Redactor redactor) {
    text.append(Redactor.bounded(redactor.beginning(value, LONGEST_TEXT), LONGEST_TEXT));
  }
}
