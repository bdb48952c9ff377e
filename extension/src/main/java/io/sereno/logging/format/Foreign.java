package io.sereno.logging.format;

import org.jspecify.annotations.Nullable;

/** What exceptions say of themselves, by methods that the application may have written. */
final class Foreign {

  private Foreign() {}

  /** The exception's {@code toString}; its type, if that fails. */
  static String description(Throwable thrown) {
    try {
      return String.valueOf(thrown.toString());
    } catch (RuntimeException | StackOverflowError e) {
      return thrown.getClass().getName() + " […" + e.getClass().getName() + " in its toString]";
    }
  }

  static @Nullable Throwable cause(Throwable thrown) {
    try {
      return thrown.getCause();
    } catch (RuntimeException | StackOverflowError e) {
      return null;
    }
  }
}
