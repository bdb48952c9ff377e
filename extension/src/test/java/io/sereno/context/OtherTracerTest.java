package io.sereno.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.sereno.FakeRequest;
import io.sereno.context.opentelemetry.RecordingSpan;
import io.sereno.figures.Figures;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

class OtherTracerTest {

  private static final String THEIRS = "0af7651916cd43dd8448eb211c80319c";

  private static final String SPAN = "b7ad6b7169203331";

  private final Requests requests =
      new Requests(ContextSettings.DEFAULT, List.of(), new Figures().failures());

  @Test
  void aTraceThatBeganHereGivesWayForTheWholeRequest() {
    assertThat(tracesOf(new FakeRequest("GET", "/app").get())).containsExactly(THEIRS, THEIRS);
  }

  @Test
  void theCallersTraceDoesNot() {
    String callers = "4bf92f3577b34da6a3ce929d0e0e4736";
    FakeRequest request =
        new FakeRequest("GET", "/app")
            .header("traceparent", "00-" + callers + "-00f067aa0ba902b7-01");

    assertThat(tracesOf(request.get())).containsExactly(callers, callers);
  }

  @Test
  void whatIsTracedUponALeftOverSpanBelongsElsewhere() {
    try (Scope leftOver =
        Span.wrap(RecordingSpan.of(THEIRS, SPAN).getSpanContext()).makeCurrent()) {
      assertThat(leftOver).isNotNull();
      assertThat(tracesOf(new FakeRequest("GET", "/app").get())).doesNotContain(THEIRS);
    }
  }

  @Test
  void whatTheApplicationHasPutIntoTheMdcStaysWhenTheTraceChanges() {
    OpenContext open = requests.contextOf(new FakeRequest("GET", "/app").get());
    open.attach();
    MDC.put("trace.id", "the application's");
    try (Scope scope = RecordingSpan.of(THEIRS, SPAN).makeCurrent()) {
      assertThat(scope).isNotNull();
      assertThat(Context.current().traceId()).isEqualTo(THEIRS);
      assertThat(MDC.get("trace.id")).isEqualTo("the application's");
    }
    open.detach();
    assertThat(MDC.get("trace.id")).isNull();
  }

  private List<String> tracesOf(HttpServletRequest request) {
    OpenContext open = requests.contextOf(request);
    open.attach();
    Span span = RecordingSpan.of(THEIRS, SPAN);
    String within;
    try (Scope scope = span.makeCurrent()) {
      assertThat(scope).isNotNull();
      within = String.valueOf(Context.current().traceId());
    }
    String afterwards = String.valueOf(OnThread.atEnd(open).traceId());
    open.detach();
    return List.of(within, afterwards);
  }
}
