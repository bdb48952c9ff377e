package io.sereno.context;

import org.jspecify.annotations.Nullable;

/**
 * Another tracer, whose failures stay here. Parts of it may turn out to be missing: from then on
 * there is none.
 */
final class GuardedSpan implements CurrentSpan {

  private volatile CurrentSpan tracer;

  GuardedSpan(CurrentSpan tracer) {
    this.tracer = tracer;
  }

  @Override
  public @Nullable String traceId() {
    try {
      return tracer.traceId();
    } catch (RuntimeException | LinkageError e) {
      goWithout(e);
      return NONE.traceId();
    }
  }

  @Override
  public boolean isLeftOver() {
    try {
      return tracer.isLeftOver();
    } catch (RuntimeException | LinkageError e) {
      goWithout(e);
      return NONE.isLeftOver();
    }
  }

  @Override
  public String spanId() {
    try {
      return tracer.spanId();
    } catch (RuntimeException | LinkageError e) {
      goWithout(e);
      return NONE.spanId();
    }
  }

  private void goWithout(Throwable cause) {
    tracer = cause instanceof LinkageError ? NONE : tracer;
    Propagation.failed("asking another tracer for its span", cause);
  }
}
