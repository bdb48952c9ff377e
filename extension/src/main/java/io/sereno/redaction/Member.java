package io.sereno.redaction;

import io.sereno.Sensitive;
import io.sereno.Sensitive.Keep;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A field of an object, read as it is: no getter is called.
 *
 * @param keep what may be kept of its value if that is a secret; null if it is none
 */
record Member(Field field, @Nullable Keep keep) {

  /** Those of a class and of what it inherits, but not what compilers and weavers add. */
  static List<Member> of(Class<?> type, Redactor redactor) {
    Map<String, Keep> sensitive = sensitiveProperties(type);
    List<Member> members = new ArrayList<>();
    for (Class<?> t = type; t != null && !t.getName().startsWith("java."); t = t.getSuperclass()) {
      Stream.of(t.getDeclaredFields())
          .filter(field -> !Modifier.isStatic(field.getModifiers()))
          .filter(field -> !Modifier.isTransient(field.getModifiers()))
          .filter(field -> !field.isSynthetic() && !field.getName().matches("[_$].*"))
          .map(field -> of(field, sensitive, redactor))
          .forEach(members::add);
    }
    return members;
  }

  private static Member of(Field field, Map<String, Keep> sensitive, Redactor redactor) {
    Keep ofGetter = sensitive.get(field.getName());
    Keep keep =
        ofGetter == null ? redactor.keep(field, field.getName(), field.getType()) : ofGetter;
    return new Member(field, field.trySetAccessible() ? keep : Keep.NOTHING);
  }

  /**
   * The properties whose getters are annotated; a record component's annotation is on its field.
   */
  private static Map<String, Keep> sensitiveProperties(Class<?> type) {
    Map<String, Keep> properties = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    Annotations.hierarchy(type)
        .flatMap(t -> Stream.of(t.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Sensitive.class))
        .forEach(
            method ->
                properties.putIfAbsent(
                    property(method), method.getAnnotation(Sensitive.class).keep()));
    return properties;
  }

  /** The property of a getter, though its first letter may be large. */
  static String property(Method getter) {
    return getter.getName().replaceFirst("^(get|is)(?=[A-Z])", "");
  }

  String name() {
    return field.getName();
  }

  void show(Object owner, StringBuilder text, int depth, Redactor redactor) {
    try {
      if (keep == null) {
        redactor.show(field.get(owner), text, depth);
      } else {
        text.append(keep == Keep.NOTHING ? Redactor.MASK : Redactor.mask(field.get(owner), keep));
      }
    } catch (IllegalAccessException e) {
      text.append(Redactor.MASK); // what cannot be read is not shown
    }
  }

  /** All by name: {@code [name=Ada, answer=***]}. */
  static void showAll(
      List<Member> members, Object owner, StringBuilder text, int depth, Redactor redactor) {
    String secret = secretName(members, owner, redactor);
    String separator = "[";
    for (Member member : members) {
      text.append(separator).append(member.name()).append('=');
      if (secret != null && member.keep == null && PairedMembers.isValue(member.name())) {
        text.append(redactor.maskNamed(secret, member.read(owner)));
      } else {
        member.show(owner, text, depth, redactor);
      }
      separator = ", ";
    }
    text.append(members.isEmpty() ? "[]" : "]");
  }

  /** What a member such as {@code name} says that {@code value} is, if that is a secret. */
  private static @Nullable String secretName(
      List<Member> members, Object owner, Redactor redactor) {
    if (members.stream().noneMatch(member -> PairedMembers.isValue(member.name()))) {
      return null;
    }
    return members.stream()
        .filter(member -> member.keep == null && PairedMembers.isNaming(member.name()))
        .map(member -> Elements.name(member.read(owner)))
        .filter(name -> name != null && redactor.isSensitive(name))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Object read(Object owner) {
    try {
      return field.get(owner);
    } catch (IllegalAccessException e) {
      return null; // it is masked as well
    }
  }
}
