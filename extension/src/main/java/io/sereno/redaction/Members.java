package io.sereno.redaction;

import io.sereno.Sensitive;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An object shown by its fields: a record or a plain object by all that can be read, an entity by
 * its id alone, since reading more of it could load it.
 */
final class Members implements Shape {

  private static final Set<String> IDS =
      Set.of("jakarta.persistence.Id", "jakarta.persistence.EmbeddedId");

  private static final String ENTITY = "jakarta.persistence.Entity";

  private final String type;
  private final String open;
  private final String close;
  private final List<Member> members;

  private Members(String type, String open, String close, List<Member> members) {
    this.type = type;
    this.open = open;
    this.close = close;
    this.members = List.copyOf(members);
  }

  static Shape of(Class<?> type, Redactor redactor) {
    List<Field> fields = fields(type);
    Set<String> sensitive = sensitiveProperties(type);
    Optional<Field> id = fields.stream().filter(Members::isId).findFirst();
    List<Member> members =
        (id.isPresent() ? id.stream() : fields.stream())
            .map(field -> Member.of(field, sensitive, redactor))
            .toList();
    String name = type.getSimpleName();
    if (id.isEmpty() && isEntity(type)) {
      return new Members(name, "", "", List.of());
    }
    return id.isPresent()
        ? new Members(name, "#", "", members)
        : new Members(name, "[", "]", members);
  }

  @Override
  public void show(Object value, StringBuilder text, int depth, Redactor redactor) {
    text.append(type);
    if (depth >= DEEPEST) {
      return;
    }
    text.append(open);
    String separator = "";
    for (Member member : members) {
      text.append(separator);
      if (!open.equals("#")) {
        text.append(member.field.getName()).append('=');
      }
      member.show(value, text, depth + 1, redactor);
      separator = ", ";
    }
    text.append(close);
  }

  private static boolean isEntity(Class<?> type) {
    return Arrays.stream(type.getAnnotations())
        .anyMatch(annotation -> annotation.annotationType().getName().equals(ENTITY));
  }

  private static boolean isId(Field field) {
    return Arrays.stream(field.getAnnotations())
        .anyMatch(annotation -> IDS.contains(annotation.annotationType().getName()));
  }

  private static List<Field> fields(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    for (Class<?> t = type; t != null && !t.getName().startsWith("java."); t = t.getSuperclass()) {
      Stream.of(t.getDeclaredFields())
          .filter(field -> !Modifier.isStatic(field.getModifiers()))
          .filter(field -> !Modifier.isTransient(field.getModifiers()))
          .filter(field -> !field.isSynthetic() && !field.getName().startsWith("_"))
          .forEach(fields::add);
    }
    return fields;
  }

  /**
   * The properties whose getters are annotated; a record component's annotation is on its field.
   */
  private static Set<String> sensitiveProperties(Class<?> type) {
    return Stream.<Class<?>>iterate(type, t -> t != null, Class::getSuperclass)
        .flatMap(t -> Stream.of(t.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Sensitive.class))
        .map(Method::getName)
        .map(name -> name.replaceFirst("^(get|is)(?=[A-Z])", ""))
        .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
  }

  private record Member(Field field, boolean masked) {

    static Member of(Field field, Set<String> sensitive, Redactor redactor) {
      boolean masked =
          sensitive.contains(field.getName())
              || redactor.isSensitive(field, field.getName(), field.getType());
      return new Member(field, masked || !field.trySetAccessible());
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
  }
}
