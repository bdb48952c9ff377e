package io.sereno.context.opentelemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.sereno.context.CurrentSpan;
import org.jspecify.annotations.Nullable;

/**
 * OpenTelemetry's span on this thread, where somebody traces with its API. Found by ServiceLoader.
 */
public final class OpenTelemetrySpan implements CurrentSpan {

  /**
   * Fails where there is no OpenTelemetry.
   *
   * @throws LinkageError if its API is not there
   */
  public OpenTelemetrySpan() {
    Span.getInvalid();
  }

  @Override
  public @Nullable String traceId() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid() ? span.getTraceId() : null;
  }

  @Override
  public String spanId() {
    return Span.current().getSpanContext().getSpanId();
  }
}
