package io.sereno.context;

import org.jspecify.annotations.Nullable;

/**
 * The span that another tracer has on this thread. Found by ServiceLoader, once; one whose tracer
 * is not on the class path is passed over.
 */
public interface CurrentSpan {

  /** There is no other tracer. */
  CurrentSpan NONE = new NoCurrentSpan();

  /** The trace of the current span, null without one. */
  @Nullable String traceId();

  /** Whether a span that has ended is still current: what is traced upon it belongs elsewhere. */
  boolean isLeftOver();

  /** The id of the current span; asked for only where there is one. */
  String spanId();
}
