package io.sereno.context.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.sereno.context.CurrentSpan;
import org.jspecify.annotations.Nullable;

/**
 * OpenTelemetry's span on this thread, where somebody traces with its API. Found by ServiceLoader.
 *
 * <p>Only a span that is being recorded counts. The servers' own filters leave the span of an
 * asynchronous Jakarta REST method behind on the thread, ended long ago, for the requests to come.
 */
public final class OpenTelemetrySpan implements CurrentSpan {

  /**
   * Fails where there is no OpenTelemetry, or not all that is needed of it.
   *
   * @throws LinkageError if its API, or what that needs itself, is not there
   */
  public OpenTelemetrySpan() {
    traceId();
    spanId();
    isLeftOver();
  }

  @Override
  public @Nullable String traceId() {
    Span span = Span.current();
    return span.isRecording() ? span.getSpanContext().getTraceId() : null;
  }

  @Override
  public boolean isLeftOver() {
    Span span = Span.current();
    return span.getSpanContext().isSampled() && !span.isRecording();
  }

  @Override
  public String spanId() {
    return Span.current().getSpanContext().getSpanId();
  }
}
