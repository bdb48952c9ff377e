package io.sereno.invocation;

import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Observes nothing. */
enum NoCallObserver implements CallObserver {
  INSTANCE;

  @Override
  public Interest begun(InvocationContext call) {
    return Interest.NONE;
  }

  @Override
  public void succeeded(InvocationContext call, long nanos, @Nullable Object result) {}

  @Override
  public void failed(InvocationContext call, long nanos, Throwable failure) {}
}
