package io.sereno.redaction;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collections, maps and arrays by their size and first elements: {@code ArrayList(12)[a, b, c, …]}.
 *
 * <p>Only classes of the JDK that hold what they show, count it without walking it and take no
 * lock: a view or a wrapper may have one behind it that is loaded when it is asked, and so may a
 * class of the application, of a persistence provider or of a cache.
 */
final class Elements {

  private static final int FIRST = 3;

  /** Among so many entries the name of a secret is looked for, though fewer are shown. */
  private static final int SEARCHED = 64;

  private static final Set<String> COLLECTIONS =
      Set.of(
          "java.util.ArrayList",
          "java.util.ArrayList$SubList",
          "java.util.Arrays$ArrayList",
          "java.util.LinkedList",
          "java.util.ArrayDeque",
          "java.util.PriorityQueue",
          "java.util.ImmutableCollections$List12",
          "java.util.ImmutableCollections$ListN",
          "java.util.ImmutableCollections$SubList",
          "java.util.ImmutableCollections$Set12",
          "java.util.ImmutableCollections$SetN",
          "java.util.HashSet",
          "java.util.LinkedHashSet",
          "java.util.TreeSet",
          "java.util.RegularEnumSet",
          "java.util.JumboEnumSet",
          "java.util.HashMap$KeySet",
          "java.util.HashMap$Values",
          "java.util.LinkedHashMap$LinkedKeySet",
          "java.util.LinkedHashMap$LinkedValues",
          "java.util.Collections$EmptyList",
          "java.util.Collections$EmptySet",
          "java.util.Collections$SingletonList",
          "java.util.Collections$SingletonSet",
          "java.util.Collections$CopiesList",
          "java.util.concurrent.ConcurrentHashMap$KeySetView",
          "java.util.concurrent.CopyOnWriteArrayList",
          "java.util.concurrent.CopyOnWriteArraySet");

  static final Set<String> MAPS =
      Set.of(
          "java.util.ImmutableCollections$Map1",
          "java.util.ImmutableCollections$MapN",
          "java.util.HashMap",
          "java.util.LinkedHashMap",
          "java.util.TreeMap",
          "java.util.EnumMap",
          "java.util.IdentityHashMap",
          "java.util.Collections$EmptyMap",
          "java.util.Collections$SingletonMap",
          "java.util.concurrent.ConcurrentHashMap");

  private Elements() {}

  /** For a class of the JDK, if it is a collection or map of that kind. */
  static Optional<Shape> of(Class<?> type) {
    String name = TypeNames.of(type);
    if (MAPS.contains(type.getName())) {
      return Optional.of((value, text, depth, r) -> map(name, (Map<?, ?>) value, text, depth, r));
    }
    if (COLLECTIONS.contains(type.getName())) {
      return Optional.of(
          (value, text, depth, r) -> collection(name, (Collection<?>) value, text, depth, r));
    }
    return Optional.empty();
  }

  /** Of bytes and characters the number alone: they are content, or a password. */
  static Shape ofArray(Class<?> type) {
    String name = type.getSimpleName();
    boolean counted = type == byte[].class || type == char[].class;
    return (value, text, depth, r) -> {
      size(name, Array.getLength(value), text);
      if (!counted && depth < Shape.DEEPEST) {
        array(value, text, depth, r);
      }
    };
  }

  private static void array(Object array, StringBuilder text, int depth, Redactor redactor) {
    int length = Array.getLength(array);
    text.append('[');
    for (int i = 0; i < length; i++) {
      if (!separate(i, text)) {
        break;
      }
      redactor.show(Array.get(array, i), text, depth + 1);
    }
    text.append(']');
  }

  private static void collection(
      String name, Collection<?> values, StringBuilder text, int depth, Redactor redactor) {
    size(name, values.size(), text);
    if (depth >= Shape.DEEPEST) {
      return;
    }
    text.append('[');
    Iterator<?> each = values.iterator();
    for (int i = 0; each.hasNext(); i++) {
      if (!separate(i, text)) {
        break;
      }
      redactor.show(each.next(), text, depth + 1);
    }
    text.append(']');
  }

  private static void map(
      String name, Map<?, ?> map, StringBuilder text, int depth, Redactor redactor) {
    size(name, map.size(), text);
    if (depth >= Shape.DEEPEST) {
      return;
    }
    String secret = secretName(map, redactor);
    text.append('{');
    Iterator<? extends Map.Entry<?, ?>> each = map.entrySet().iterator();
    for (int i = 0; each.hasNext(); i++) {
      if (!separate(i, text)) {
        break;
      }
      entry(each.next(), secret, text, depth + 1, redactor);
    }
    text.append('}');
  }

  private static void entry(
      Map.Entry<?, ?> entry,
      @Nullable String secret,
      StringBuilder text,
      int depth,
      Redactor redactor) {
    Object key = entry.getKey();
    redactor.show(key, text, depth);
    text.append('=');
    String own = name(key);
    String name = own != null && PairedMembers.isValue(own) && secret != null ? secret : own;
    if (name != null && redactor.isSensitive(name)) {
      text.append(redactor.maskNamed(name, entry.getValue()));
    } else {
      redactor.show(entry.getValue(), text, depth);
    }
  }

  /** What an entry such as {@code name} says that {@code value} is, if that is a secret. */
  private static @Nullable String secretName(Map<?, ?> map, Redactor redactor) {
    Iterator<? extends Map.Entry<?, ?>> each = map.entrySet().iterator();
    for (int i = 0; i < SEARCHED && each.hasNext(); i++) {
      Map.Entry<?, ?> entry = each.next();
      String key = name(entry.getKey());
      if (key != null && PairedMembers.isNaming(key)) {
        String named = name(entry.getValue());
        if (named != null && redactor.isSensitive(named)) {
          return named;
        }
      }
    }
    return null;
  }

  static @Nullable String name(@Nullable Object key) {
    return key instanceof Enum<?> constant
        ? constant.name()
        : key instanceof String name ? name : null;
  }

  private static void size(String name, int size, StringBuilder text) {
    text.append(name).append('(').append(size).append(')');
  }

  /** Puts a comma before the next element; what is more than the first ones is left out. */
  private static boolean separate(int index, StringBuilder text) {
    text.append(index == 0 ? "" : ", ").append(index < FIRST ? "" : "…");
    return index < FIRST;
  }
}
