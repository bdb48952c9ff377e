package io.sereno.context.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import io.sereno.context.Context;
import io.sereno.context.ContextScope;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

/** With OpenTelemetry's API alone, which is enough to make a span current. */
class OpenTelemetrySpanTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";
  private static final SpanContext IDS =
      SpanContext.create(TRACE, SPAN, TraceFlags.getSampled(), TraceState.getDefault());
  private static final Span THEIRS = new RecordingSpan(IDS);

  @Test
  void itsSpanCountsWhileItIsCurrent() {
    Context own = Context.received("00-" + TRACE + "-00f067aa0ba902b7-01", "r1");
    try (ContextScope scope = own.open()) {
      assertThat(scope).isNotNull();
      assertThat(Context.current()).isSameAs(own);
      try (Scope span = THEIRS.makeCurrent()) {
        assertThat(span).isNotNull();
        Context theirs = Context.current();
        assertThat(theirs.traceId()).isEqualTo(TRACE);
        assertThat(theirs.spanId()).isEqualTo(SPAN);
        assertThat(theirs.requestId()).isEqualTo("r1");
        assertThat(MDC.get("span.id")).isEqualTo(SPAN);
        assertThat(Context.current()).isSameAs(theirs);
      }
      assertThat(Context.current()).isSameAs(own);
      assertThat(MDC.get("span.id")).isEqualTo(own.spanId());
    }
  }

  @Test
  void aTraceThatGoesOnStays() {
    Context own = Context.received("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "r1");
    try (ContextScope scope = own.open();
        Scope span = THEIRS.makeCurrent()) {
      assertThat(scope).isNotNull();
      assertThat(span).isNotNull();
      assertThat(Context.current()).isSameAs(own);
    }
  }

  @Test
  void aSpanThatHasEndedDoesNotCount() {
    try (Scope span = Span.wrap(IDS).makeCurrent()) {
      assertThat(span).isNotNull();
      assertThat(Context.current()).isSameAs(Context.NONE);
    }
  }

  @Test
  void itsSpanIsAllThatIsKnownOfOtherWork() {
    try (Scope span = THEIRS.makeCurrent()) {
      assertThat(span).isNotNull();
      assertThat(Context.current())
          .isEqualTo(new Context(null, TRACE, SPAN, null, null, null, null, null));
    }
    assertThat(Context.current()).isSameAs(Context.NONE);
  }
}
