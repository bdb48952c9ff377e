package io.sereno.logging.format;

import java.lang.reflect.Method;
import java.util.Optional;

/** Methods that some servers' records have, and java.util.logging's have not. */
final class Getters {

  private Getters() {}

  static Optional<Method> find(Class<?> type, String name) {
    try {
      return Optional.of(type.getMethod(name));
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    }
  }
}
