package io.sereno.metrics;

import io.sereno.figures.Failures;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The end of a call that goes on after it has returned, told once. Only the stage that was returned
 * knows of it: when that is forgotten, so is this. What the application makes depend on the stage
 * may run before or after.
 */
final class Completion implements BiConsumer<@Nullable Object, @Nullable Throwable> {

  private final Failures failures;
  private final Consumer<@Nullable Throwable> end;
  private final AtomicBoolean told = new AtomicBoolean();

  private Completion(Failures failures, Consumer<@Nullable Throwable> end) {
    this.failures = failures;
    this.end = end;
  }

  /** Whether what the method returns can be a stage: asked once, not at each call. */
  static boolean isPossible(Method method) {
    Class<?> returned = method.getReturnType();
    return CompletionStage.class.isAssignableFrom(returned)
        || returned.isAssignableFrom(CompletableFuture.class);
  }

  /**
   * Tells when the stage completes.
   *
   * @param end gets the exception that it completes with, if any
   */
  static void of(CompletionStage<?> stage, Failures failures, Consumer<@Nullable Throwable> end) {
    Completion completion = new Completion(failures, end);
    try {
      stage.whenComplete(completion);
    } catch (Throwable e) {
      completion.accept(null, null);
      failures.survive("metrics", "asking a stage to tell of its end", e);
    }
  }

  @Override
  public void accept(@Nullable Object result, @Nullable Throwable failure) {
    if (told.compareAndSet(false, true)) {
      try {
        end.accept(failure == null ? null : cause(failure));
      } catch (Throwable e) {
        failures.survive("metrics", "noting the end of an asynchronous call", e);
      }
    }
  }

  private static Throwable cause(Throwable failure) {
    boolean wraps = failure instanceof CompletionException || failure instanceof ExecutionException;
    Throwable cause = failure.getCause();
    return wraps && cause != null ? cause : failure;
  }
}
