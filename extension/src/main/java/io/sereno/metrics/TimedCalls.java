package io.sereno.metrics;

import io.sereno.figures.Failures;
import io.sereno.invocation.CallObserver;
import io.sereno.invocation.Interest;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Times the calls of one {@code @Timed} method, those that go on after it to their completion. */
final class TimedCalls implements CallObserver {

  private final MethodTimers timers;
  private final boolean mayGoOn;
  private final Failures failures;

  TimedCalls(MethodTimers timers, boolean mayGoOn, Failures failures) {
    this.timers = timers;
    this.mayGoOn = mayGoOn;
    this.failures = failures;
  }

  @Override
  public Interest begun(InvocationContext call) {
    return Interest.DURATION;
  }

  @Override
  public void succeeded(InvocationContext call, long nanos, @Nullable Object result) {
    if (mayGoOn && result instanceof CompletionStage<?> stage) {
      long start = System.nanoTime() - nanos;
      Completion.of(stage, failures, failure -> timers.record(System.nanoTime() - start, failure));
    } else {
      timers.record(nanos, null);
    }
  }

  @Override
  public void failed(InvocationContext call, long nanos, Throwable failure) {
    timers.record(nanos, failure);
  }
}
