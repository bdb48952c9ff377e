package io.sereno.context.slf4j;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.context.Context;
import io.sereno.context.ContextScope;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** With the provider for java.util.logging, which keeps an MDC. */
class Slf4jMdcTest {

  @Test
  void showsTheContextAndGivesTheApplicationsKeysBack() {
    MDC.put("http.request.id", "theirs");
    try (ContextScope scope = Context.received(null, "r1").open()) {
      assertThat(scope).isNotNull();
      assertThat(MDC.get("http.request.id")).isEqualTo("r1");
      assertThat(MDC.get("trace.id")).isEqualTo(Context.current().traceId());
    }
    assertThat(MDC.get("http.request.id")).isEqualTo("theirs");
    assertThat(MDC.get("trace.id")).isNull();
    MDC.clear();
  }
}
