package io.sereno.context;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00-what-comes-later"
      })
  void continuesTheCallersTraceWithASpanOfItsOwn(String header) {
    TraceParent trace = TraceParent.continueOrStart(header);

    assertThat(trace.traceId()).isEqualTo(TRACE);
    assertThat(trace.spanId()).matches("[0-9a-f]{16}").isNotEqualTo("b7ad6b7169203331");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
        "00-00000000000000000000000000000000-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
        "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331"
      })
  void startsATraceWhenTheHeaderIsNotValid(String header) {
    assertThat(TraceParent.continueOrStart(header).traceId())
        .matches("[0-9a-f]{32}")
        .isNotEqualTo(TRACE);
  }

  @Test
  void startsATraceWithoutHeader() {
    assertThat(TraceParent.continueOrStart(null)).isNotEqualTo(TraceParent.continueOrStart(null));
  }
}
