package io.sereno.redaction;

import io.sereno.Sensitive;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A field of an object, read as it is: no getter is called.
 *
 * @param masked whether its value is a secret
 */
record Member(Field field, boolean masked) {

  /** Those of a class and of what it inherits, but not what compilers and weavers add. */
  static List<Member> of(Class<?> type, Redactor redactor) {
    Set<String> sensitive = sensitiveProperties(type);
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

  private static Member of(Field field, Set<String> sensitive, Redactor redactor) {
    boolean masked =
        sensitive.contains(field.getName())
            || redactor.isSensitive(field, field.getName(), field.getType());
    return new Member(field, masked || !field.trySetAccessible());
  }

  /**
   * The properties whose getters are annotated; a record component's annotation is on its field.
   */
  private static Set<String> sensitiveProperties(Class<?> type) {
    return Stream.<Class<?>>iterate(type, t -> t != null, Class::getSuperclass)
        .flatMap(t -> Stream.of(t.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Sensitive.class))
        .map(Member::property)
        .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
  }

  /** The property of a getter, though its first letter may be large. */
  static String property(Method getter) {
    return getter.getName().replaceFirst("^(get|is)(?=[A-Z])", "");
  }

  String name() {
    return field.getName();
  }

  void show(Object owner, StringBuilder text, int depth, Redactor redactor) {
    if (masked) {
      text.append(Redactor.MASK);
      return;
    }
    try {
      redactor.show(field.get(owner), text, depth);
    } catch (IllegalAccessException e) {
      text.append(Redactor.MASK); // what cannot be read is not shown
    }
  }

  /** All by name: {@code [name=Ada, answer=***]}. */
  static void showAll(
      List<Member> members, Object owner, StringBuilder text, int depth, Redactor redactor) {
    String separator = "[";
    for (Member member : members) {
      text.append(separator).append(member.name()).append('=');
      member.show(owner, text, depth, redactor);
      separator = ", ";
    }
    text.append(members.isEmpty() ? "[]" : "]");
  }
}
