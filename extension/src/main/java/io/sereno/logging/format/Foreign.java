package io.sereno.logging.format;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What exceptions say of themselves, by methods that the application may have written. */
final class Foreign {

  private static final StackTraceElement[] NO_FRAMES = {};

  private Foreign() {}

  /** The exception's {@code toString}, its type before it unless it begins with that. */
  static String description(Throwable thrown) {
    String type = thrown.getClass().getName();
    try {
      String said = String.valueOf(thrown.toString());
      return said.startsWith(type) ? said : type + ": " + said;
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      return type + " […" + e.getClass().getName() + " in its toString]";
    }
  }

  static @Nullable Throwable cause(Throwable thrown) {
    try {
      return thrown.getCause();
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      return null;
    }
  }

  /** What the exception says, null if it says nothing or cannot. */
  static @Nullable String message(Throwable thrown) {
    try {
      return thrown.getMessage();
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      return null; // the stack trace says so
    }
  }

  static StackTraceElement[] frames(Throwable thrown) {
    try {
      return Stream.of(thrown.getStackTrace())
          .filter(Objects::nonNull)
          .toArray(StackTraceElement[]::new);
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      return NO_FRAMES;
    }
  }
}
