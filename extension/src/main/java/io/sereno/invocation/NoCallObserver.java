package io.sereno.invocation;

import org.jspecify.annotations.Nullable;

/** Observes nothing. */
enum NoCallObserver implements CallObserver {
  INSTANCE;

  @Override
  public void ended(long nanos, @Nullable Throwable failure) {}
}
