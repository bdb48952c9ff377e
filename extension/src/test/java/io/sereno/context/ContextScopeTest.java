package io.sereno.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContextScopeTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String SPAN = "b7ad6b7169203331";
  private static final Context REQUEST =
      new Context("r1", TRACE, SPAN, "clerk", "192.0.2.1", "GET", "/app/x", "/app/{x}", false);

  @AfterEach
  void clear() {
    assertThat(Context.current()).isSameAs(Context.NONE);
    MDC.clear();
  }

  @Test
  void putsAContextOnTheThreadAndTakesItAway() {
    try (ContextScope scope = REQUEST.open()) {
      assertThat(scope).isNotNull();
      assertThat(Context.current()).isSameAs(REQUEST);
      assertThat(MDC.getMap())
          .isEqualTo(
              Map.of(
                  "trace.id", TRACE,
                  "span.id", SPAN,
                  "http.request.id", "r1",
                  "user.name", "clerk",
                  "client.ip", "192.0.2.1",
                  "http.request.method", "GET",
                  "url.path", "/app/x",
                  "http.route", "/app/{x}"));
    }
    assertThat(MDC.getMap()).isEmpty();
  }

  @Test
  void givesTheApplicationsOwnKeysBack() {
    MDC.put("user.name", "theirs");
    MDC.put("url.path", "theirs too");

    try (ContextScope outer = REQUEST.withUser(null).open()) {
      assertThat(outer).isNotNull();
      assertThat(MDC.get("user.name")).isNull();
      assertThat(MDC.get("url.path")).isEqualTo("/app/x");
    }

    assertThat(MDC.getMap()).isEqualTo(Map.of("user.name", "theirs", "url.path", "theirs too"));
  }

  @Test
  void theOuterOneComesBackAsItWas() {
    try (ContextScope outer = REQUEST.open()) {
      assertThat(outer).isNotNull();
      MDC.put("user.name", "changed by the application");
      try (ContextScope inner = Context.received(null, "r2").open()) {
        assertThat(inner).isNotNull();
        assertThat(MDC.get("http.request.id")).isEqualTo("r2");
        assertThat(MDC.get("user.name")).isNull();
      }
      assertThat(Context.current()).isSameAs(REQUEST);
      assertThat(MDC.get("http.request.id")).isEqualTo("r1");
      assertThat(MDC.get("user.name")).isEqualTo("changed by the application");
    }
  }

  @Test
  void closingTakesAwayWhatWasLeftOpenAbove() {
    ContextScope outer = REQUEST.open();
    ContextScope forgotten = Context.received(null, "r2").open();
    outer.close();

    assertThat(MDC.getMap()).isEmpty();
    forgotten.close();
    outer.close();
    assertThat(MDC.getMap()).isEmpty();
  }

  @Test
  void closingOnAnotherThreadDoesNothing() throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try (ContextScope scope = REQUEST.open()) {
      Callable<Context> close =
          () -> {
            scope.close();
            return Context.current();
          };
      assertThat(executor.submit(close).get()).isSameAs(Context.NONE);
      assertThat(Context.current()).isSameAs(REQUEST);
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void whatAThreadHasInheritedDoesNotStay() {
    Map<String, Object> copied;
    try (ContextScope scope = REQUEST.open()) {
      assertThat(scope).isNotNull();
      copied = Map.copyOf(MDC.getMap());
    }
    copied.forEach(MDC::put); // as a log manager does for a thread that is started there

    try (ContextScope scope = Context.NONE.open()) {
      assertThat(scope).isNotNull();
      assertThat(MDC.getMap()).isEmpty();
    }
    assertThat(MDC.getMap()).isEmpty();
  }

  @Test
  void newWorkHasASpanOfItsOwn() {
    Context work = REQUEST.ofNewWork();

    assertThat(work.spanId()).matches("[0-9a-f]{16}").isNotEqualTo(SPAN);
    assertThat(work.withTrace(TRACE, SPAN)).isEqualTo(REQUEST);
    assertThat(Context.NONE.ofNewWork()).isSameAs(Context.NONE);
  }

  @Test
  void saysWhatToSendAlong() {
    assertThat(REQUEST.traceparent()).isEqualTo("00-" + TRACE + "-" + SPAN + "-00");
    assertThat(Context.received("00-" + TRACE + "-" + SPAN + "-03", null).traceparent())
        .matches("00-" + TRACE + "-[0-9a-f]{16}-01");
    assertThat(Context.NONE.traceparent()).isNull();
  }

  @Test
  void believesNothingInvalidFromOutside() {
    Context received = Context.received("00-xyz", "a\nb");

    assertThat(received.traceId()).matches("[0-9a-f]{32}");
    assertThat(received.requestId()).isNull();
  }
}
