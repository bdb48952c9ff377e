package io.sereno.redaction;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entity, shown by its id alone, since reading more of it could load it: {@code Invoice#42},
 * {@code Invoice#null} before it is saved, {@code Line#[invoice=Invoice#42, number=2]} with an id
 * of several parts, and {@code Invoice} if its class does not say where the id is.
 */
final class Entities implements Shape {

  private static final String ENTITY = "jakarta.persistence.Entity";

  private static final Set<String> IDS =
      Set.of("jakarta.persistence.Id", "jakarta.persistence.EmbeddedId");

  private final String type;
  private final List<Member> ids;

  private Entities(String type, List<Member> ids) {
    this.type = type;
    this.ids = List.copyOf(ids);
  }

  /** Known by the names of annotations, since there may be no Jakarta Persistence. */
  static boolean isEntity(Class<?> type) {
    return isAnnotated(type, Set.of(ENTITY))
        || ancestors(type)
            .flatMap(t -> Stream.concat(Stream.of(t.getDeclaredFields()), getters(t)))
            .anyMatch(member -> isAnnotated(member, IDS));
  }

  static Entities of(Class<?> type, Redactor redactor) {
    Set<String> properties =
        ancestors(type)
            .flatMap(Entities::getters)
            .filter(getter -> isAnnotated(getter, IDS))
            .map(Member::property)
            .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
    List<Member> ids =
        Member.of(type, redactor).stream()
            .filter(
                member -> isAnnotated(member.field(), IDS) || properties.contains(member.name()))
            .toList();
    return new Entities(TypeNames.of(type), ids);
  }

  @Override
  public void show(Object value, StringBuilder text, int depth, Redactor redactor) {
    text.append(type);
    if (depth > DEEPEST || ids.isEmpty()) {
      return;
    }
    text.append('#');
    if (ids.size() == 1) {
      ids.get(0).show(value, text, depth + 1, redactor);
    } else {
      Member.showAll(ids, value, text, depth + 1, redactor);
    }
  }

  /** An entity that is not there, but whose id is known. */
  void showId(@Nullable Object id, StringBuilder text, int depth, Redactor redactor) {
    text.append(type).append('#');
    if (ids.stream().anyMatch(member -> member.keep() != null)) {
      text.append(Redactor.MASK);
    } else {
      redactor.show(id, text, depth + 1);
    }
  }

  private static Stream<Class<?>> ancestors(Class<?> type) {
    return Stream.iterate(type, t -> t != null && t != Object.class, Class::getSuperclass);
  }

  private static Stream<Method> getters(Class<?> type) {
    return Stream.of(type.getDeclaredMethods()).filter(method -> method.getParameterCount() == 0);
  }

  private static boolean isAnnotated(AnnotatedElement element, Set<String> names) {
    return Arrays.stream(element.getAnnotations())
        .anyMatch(annotation -> names.contains(annotation.annotationType().getName()));
  }
}
