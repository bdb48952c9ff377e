package io.sereno.invocation;

import jakarta.interceptor.InvocationContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells several observers, in order. */
final class CallObservers implements CallObserver {

  private final CallObserver[] observers;

  CallObservers(List<CallObserver> observers) {
    this.observers = observers.toArray(CallObserver[]::new);
  }

  @Override
  public Interest begun(InvocationContext call) {
    Interest interest = Interest.NONE;
    for (CallObserver observer : observers) {
      interest = interest.and(observer.begun(call));
    }
    return interest;
  }

  @Override
  public void succeeded(InvocationContext call, long nanos, @Nullable Object result) {
    for (CallObserver observer : observers) {
      observer.succeeded(call, nanos, result);
    }
  }

  @Override
  public void failed(InvocationContext call, long nanos, Throwable failure) {
    for (CallObserver observer : observers) {
      observer.failed(call, nanos, failure);
    }
  }
}
