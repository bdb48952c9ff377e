package io.sereno.context.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import io.sereno.context.Context;
import io.sereno.context.ContextScope;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
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
  void halfATracerIsNone() throws Exception {
    Class<?> type =
        new WithoutStorage().loadClass("io.sereno.context.opentelemetry.OpenTelemetrySpan");

    assertThatThrownBy(() -> type.getConstructor().newInstance())
        .hasCauseInstanceOf(NoClassDefFoundError.class);
  }

  /** Has all of the tracer's classes but those that keep what is current. */
  private static final class WithoutStorage extends ClassLoader {

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("io.opentelemetry.context.LazyStorage")) {
        throw new ClassNotFoundException(name);
      }
      if (!name.startsWith("io.opentelemetry.") && !name.endsWith(".OpenTelemetrySpan")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? copy(name) : loaded;
    }

    private Class<?> copy(String name) throws ClassNotFoundException {
      String file = '/' + name.replace('.', '/') + ".class";
      try (InputStream bytes = OpenTelemetrySpan.class.getResourceAsStream(file)) {
        byte[] code = Objects.requireNonNull(bytes).readAllBytes();
        return defineClass(name, code, 0, code.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
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
