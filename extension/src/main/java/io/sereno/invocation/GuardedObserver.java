package io.sereno.invocation;

import io.sereno.figures.Failures;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** An observer whose failures reach neither the others nor the application. */
final class GuardedObserver implements CallObserver {

  private final CallObserver observer;
  private final Failures failures;

  GuardedObserver(CallObserver observer, Failures failures) {
    this.observer = observer;
    this.failures = failures;
  }

  @Override
  public Interest begun(InvocationContext call) {
    try {
      return observer.begun(call);
    } catch (Throwable e) {
      failures.survive("invocation", "noting the beginning of a call", e);
      return Interest.NONE;
    }
  }

  @Override
  public void succeeded(InvocationContext call, long nanos, @Nullable Object result) {
    try {
      observer.succeeded(call, nanos, result);
    } catch (Throwable e) {
      ended(e);
    }
  }

  @Override
  public void failed(InvocationContext call, long nanos, Throwable failure) {
    try {
      observer.failed(call, nanos, failure);
    } catch (Throwable e) {
      ended(e);
    }
  }

  private void ended(Throwable e) {
    failures.survive("invocation", "noting the end of a call", e);
  }
}
