package io.sereno.context.rest;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
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
    for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
      Path path =
          Stream.concat(Stream.of(type), Stream.of(type.getInterfaces()))
              .map(candidate -> candidate.getAnnotation(Path.class))
              .filter(annotation -> annotation != null)
              .findFirst()
              .orElse(null);
      if (path != null) {
        return path;
      }
    }
    return null;
  }

  private static @Nullable Path pathOf(Method method) {
    Path own = method.getAnnotation(Path.class);
    if (own != null) {
      return own;
    }
    for (Class<?> type = method.getDeclaringClass(); type != null; type = type.getSuperclass()) {
      Path inherited =
          Stream.concat(Stream.of(type), Stream.of(type.getInterfaces()))
              .map(candidate -> pathOn(candidate, method))
              .filter(annotation -> annotation != null)
              .findFirst()
              .orElse(null);
      if (inherited != null) {
        return inherited;
      }
    }
    return null;
  }

  private static @Nullable Path pathOn(Class<?> type, Method method) {
    try {
      return type.getDeclaredMethod(method.getName(), method.getParameterTypes())
          .getAnnotation(Path.class);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }
}
