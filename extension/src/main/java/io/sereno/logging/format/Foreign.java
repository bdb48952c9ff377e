package io.sereno.logging.format;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What exceptions say of themselves, by methods that the application may have written. */
final class Foreign {

  private static final StackTraceElement[] NO_FRAMES = {};

  private Foreign() {}

  /** Whether a class of exceptions describes itself in its own way. */
  private static final ClassValue<Boolean> OWN_WAY =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return Getters.find(type, "toString")
              .map(method -> method.getDeclaringClass() != Throwable.class)
              .orElse(true);
        }
      };

  /** What the exception's {@code toString} says besides its type; empty for nothing. */
  static String description(Throwable thrown) {
    try {
      if (!OWN_WAY.get(thrown.getClass())) {
        String message = thrown.getLocalizedMessage();
        return message == null ? "" : message;
      }
      String type = thrown.getClass().getName();
      String said = String.valueOf(thrown.toString());
      if (!said.startsWith(type)) {
        return said;
      }
      return said.substring(type.length() + (said.startsWith(": ", type.length()) ? 2 : 0));
    } catch (Throwable e) {
      rethrowIfFatal(e);
      return "[…" + e.getClass().getName() + " in its toString]";
    }
  }

  /**
   * Throws again what no code can go on from; anything else that foreign code throws is taken for
   * its answer.
   */
  static void rethrowIfFatal(Throwable thrown) {
    if (thrown instanceof VirtualMachineError fatal && !(thrown instanceof StackOverflowError)) {
      throw fatal;
    }
  }

  static @Nullable Throwable cause(Throwable thrown) {
    try {
      return thrown.getCause();
    } catch (Throwable e) {
      rethrowIfFatal(e);
      return null;
    }
  }

  /** What the exception says, null if it says nothing or cannot. */
  static @Nullable String message(Throwable thrown) {
    try {
      return thrown.getMessage();
    } catch (Throwable e) {
      rethrowIfFatal(e);
      return null; // the stack trace says so
    }
  }

  static StackTraceElement[] frames(Throwable thrown) {
    try {
      StackTraceElement[] frames = thrown.getStackTrace();
      for (StackTraceElement frame : frames) {
        if (frame == null) {
          return Stream.of(frames).filter(Objects::nonNull).toArray(StackTraceElement[]::new);
        }
      }
      return frames;
    } catch (Throwable e) {
      rethrowIfFatal(e);
      return NO_FRAMES;
    }
  }
}
