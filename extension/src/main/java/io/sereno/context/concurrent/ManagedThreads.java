package io.sereno.context.concurrent;

import io.sereno.context.Context;
import io.sereno.context.ContextScope;
import jakarta.enterprise.concurrent.spi.ThreadContextProvider;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import java.util.Map;

/**
 * Carries the context from whoever submits a task to the thread that runs it: for managed executors
 * and scheduled executors, Jakarta Concurrency's {@code @Asynchronous}, the stages of managed
 * completable futures and whatever a {@code ContextService} makes contextual. Found by
 * ServiceLoader.
 *
 * <p>The user is the one of that moment, and each run has a span of its own. A task that was
 * submitted without a context runs without one.
 */
public final class ManagedThreads implements ThreadContextProvider {

  /** The name of this context in a {@code ContextServiceDefinition}. */
  public static final String TYPE = "Sereno";

  @Override
  public ThreadContextSnapshot currentContext(Map<String, String> properties) {
    return snapshot(Context.current());
  }

  @Override
  public ThreadContextSnapshot clearedContext(Map<String, String> properties) {
    return snapshot(Context.NONE);
  }

  @Override
  public String getThreadContextType() {
    return TYPE;
  }

  private static ThreadContextSnapshot snapshot(Context context) {
    return () -> {
      ContextScope scope = context.ofNewWork().open();
      return scope::close;
    };
  }
}
