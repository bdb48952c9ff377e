package io.sereno.logging.format;

import java.io.IOException;
import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An exception of which some methods fail, or return null. */
final class HostileThrowable extends RuntimeException {

  /** The names of its methods that can fail. */
  static final Set<String> ALL =
      Set.of("getMessage", "getLocalizedMessage", "toString", "getCause", "getStackTrace");

  /** What can come out of foreign code, declared or not; null for a method that returns that. */
  static final List<Supplier<@Nullable Throwable>> FAILURES =
      List.of(
          () -> null,
          () -> new ConcurrentModificationException("expected by a test"),
          () -> new IOException("expected by a test"),
          () -> new StackOverflowError("expected by a test"),
          () -> new NoClassDefFoundError("expected by a test"),
          () -> new AssertionError("expected by a test"),
          () -> new HostileThrowable(() -> new IllegalStateException("again"), ALL));

  private static final long serialVersionUID = 1L;

  private final transient Supplier<@Nullable Throwable> failure;
  private final Set<String> failing;

  HostileThrowable(Supplier<@Nullable Throwable> failure, Set<String> failing) {
    this.failure = failure;
    this.failing = failing;
  }

  @Override
  public @Nullable String getMessage() {
    return of("getMessage", "a message");
  }

  @Override
  public @Nullable String getLocalizedMessage() {
    return of("getLocalizedMessage", "a message");
  }

  @Override
  @SuppressWarnings("NullAway") // that is what it is for
  public String toString() {
    return of("toString", "HostileThrowable");
  }

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized")
  public @Nullable Throwable getCause() {
    return of("getCause", null);
  }

  @Override
  @SuppressWarnings("NullAway") // that is what it is for
  public StackTraceElement[] getStackTrace() {
    return of("getStackTrace", new StackTraceElement[0]);
  }

  private <T> @Nullable T of(String method, @Nullable T otherwise) {
    return failing.contains(method) ? fail(failure) : otherwise;
  }

  /** Returns null, or throws whatever it is. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  static <T, E extends Throwable> @Nullable T fail(Supplier<@Nullable Throwable> failure) throws E {
    Throwable thrown = failure.get();
    if (thrown != null) {
      throw (E) thrown;
    }
    return null;
  }
}
