package io.sereno.context.rest;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Path templates as people read them: {@code /invoices/{id}}. */
final class Templates {

  private Templates() {}

  /** The template of a resource method, below the application path. */
  static String of(Class<?> resource, Method method) {
    return plain(join(valueOf(resource), valueOf(method)));
  }

  /** The path on a class as it is written, empty if there is none. */
  static String valueOf(Class<?> resource) {
    return value(pathOf(resource));
  }

  /** The path on a method as it is written, empty if there is none. */
  static String valueOf(Method method) {
    return value(pathOf(method));
  }

  /** Both paths with one slash between them, beginning with one and ending without. */
  static String join(String first, String second) {
    String joined = ("/" + first + "/" + second).replaceAll("/{2,}", "/");
    return joined.length() > 1 && joined.endsWith("/")
        ? joined.substring(0, joined.length() - 1)
        : joined;
  }

  /** Without the expressions behind the names: <code>{id: \d+}</code> becomes {@code {id}}. */
  static String plain(String template) {
    StringBuilder plain = new StringBuilder();
    int depth = 0;
    boolean inExpression = false;
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      inExpression = depth > 0 && (inExpression || c == ':');
      if (!inExpression && !(depth > 0 && Character.isWhitespace(c))) {
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static String value(@Nullable Path path) {
    return path == null ? "" : path.value();
  }

  /** The class may be a container's subclass, and the annotation may stand on an interface. */
  private static @Nullable Path pathOf(Class<?> resource) {
    return hierarchy(resource)
        .map(type -> type.getAnnotation(Path.class))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Path pathOf(Method method) {
    return hierarchy(method.getDeclaringClass())
        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
        .filter(above -> isOverridden(above, method))
        .map(above -> above.getAnnotation(Path.class))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** A class and all that it extends and implements, itself first. */
  private static Stream<Class<?>> hierarchy(Class<?> type) {
    Stream<Class<?>> above =
        Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()));
    return Stream.concat(Stream.of(type), above.flatMap(Templates::hierarchy)).distinct();
  }

  /** The parameters of a generic type may be wider. */
  private static boolean isOverridden(Method above, Method method) {
    Class<?>[] wide = above.getParameterTypes();
    Class<?>[] narrow = method.getParameterTypes();
    return above.getName().equals(method.getName())
        && wide.length == narrow.length
        && IntStream.range(0, wide.length).allMatch(i -> wide[i].isAssignableFrom(narrow[i]));
  }
}
