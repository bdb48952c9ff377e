package io.sereno.context.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.context.Context;
import io.sereno.context.ContextScope;
import jakarta.enterprise.concurrent.spi.ThreadContextRestorer;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import java.util.Map;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

class ManagedThreadsTest {

  private final ManagedThreads threads = new ManagedThreads();

  @Test
  void eachRunHasTheContextOfWhoeverSubmittedIt() {
    Context submitter = Context.received(null, "r1").withUser("clerk");
    ThreadContextSnapshot snapshot;
    try (ContextScope scope = submitter.open()) {
      assertThat(scope).isNotNull();
      snapshot = threads.currentContext(Map.of());
    }

    Context first = run(snapshot);
    Context second = run(snapshot);

    assertThat(first.user()).isEqualTo("clerk");
    assertThat(first.requestId()).isEqualTo("r1");
    assertThat(first.traceId()).isEqualTo(submitter.traceId()).isEqualTo(second.traceId());
    assertThat(first.spanId()).isNotEqualTo(submitter.spanId()).isNotEqualTo(second.spanId());
    assertThat(Context.current()).isSameAs(Context.NONE);
    assertThat(MDC.get("http.request.id")).isNull();
  }

  @Test
  void aTaskOfNobodyHasNone() {
    assertThat(run(threads.currentContext(Map.of()))).isEqualTo(Context.NONE);
  }

  @Test
  void clearsAndGivesBack() {
    try (ContextScope scope = Context.received(null, "r1").open()) {
      assertThat(scope).isNotNull();
      assertThat(run(threads.clearedContext(Map.of()))).isEqualTo(Context.NONE);
      assertThat(Context.current().requestId()).isEqualTo("r1");
    }
  }

  private static Context run(ThreadContextSnapshot snapshot) {
    ThreadContextRestorer restorer = snapshot.begin();
    try {
      return Context.current();
    } finally {
      restorer.endContext();
    }
  }
}
