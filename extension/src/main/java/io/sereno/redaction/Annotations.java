package io.sereno.redaction;

import io.sereno.Sensitive;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is {@link Sensitive} by its own annotation or by that of what it overrides: methods and
 * their parameters do not inherit them, but callers know the interface alone.
 */
final class Annotations {

  private Annotations() {}

  /** Its own, else the first one on what it overrides; null if there is none. */
  static @Nullable Sensitive of(AnnotatedElement element) {
    Sensitive own = element.getAnnotation(Sensitive.class);
    if (own != null) {
      return own;
    }
    return overridden(element)
        .map(each -> each.getAnnotation(Sensitive.class))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** A type's own, or that of one above it: interfaces hand theirs on to nobody. */
  static @Nullable Sensitive ofType(Class<?> type) {
    return hierarchy(type)
        .map(each -> each.getAnnotation(Sensitive.class))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** A class and all that it extends and implements. */
  static Stream<Class<?>> hierarchy(Class<?> type) {
    Stream<Class<?>> above =
        type.getSuperclass() == null
            ? Arrays.stream(type.getInterfaces())
            : Stream.concat(Stream.of(type.getSuperclass()), Arrays.stream(type.getInterfaces()));
    return Stream.concat(Stream.of(type), above.flatMap(Annotations::hierarchy)).distinct();
  }

  private static Stream<? extends AnnotatedElement> overridden(AnnotatedElement element) {
    if (element instanceof Method method) {
      return overridden(method);
    }
    if (element instanceof Parameter parameter
        && parameter.getDeclaringExecutable() instanceof Method method) {
      int index = Arrays.asList(method.getParameters()).indexOf(parameter);
      return overridden(method).map(each -> each.getParameters()[index]);
    }
    return Stream.empty();
  }

  private static Stream<Method> overridden(Method method) {
    if (Modifier.isStatic(method.getModifiers()) || Modifier.isPrivate(method.getModifiers())) {
      return Stream.empty();
    }
    return hierarchy(method.getDeclaringClass())
        .skip(1)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(each -> isOverridden(each, method));
  }

  /** The parameters of a generic interface may be wider. */
  private static boolean isOverridden(Method above, Method method) {
    Class<?>[] wide = above.getParameterTypes();
    Class<?>[] narrow = method.getParameterTypes();
    if (!above.getName().equals(method.getName()) || wide.length != narrow.length) {
      return false;
    }
    for (int i = 0; i < wide.length; i++) {
      if (!wide[i].isAssignableFrom(narrow[i])) {
        return false;
      }
    }
    return true;
  }
}
