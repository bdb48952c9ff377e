package io.sereno.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.Logged;
import io.sereno.RecordedLogs;
import io.sereno.Severity;
import io.sereno.invocation.BeanMethod;
import io.sereno.invocation.CallObserver;
import io.sereno.settings.Settings;
import io.sereno.settings.TestSettings;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoggedCallsTest {

  static class Invoices {
    @Logged
    public void approve() {}

    @Logged(Severity.CRITICAL)
    public void pay() {}

    public void list() {}
  }

  private final RecordedLogs logs = new RecordedLogs(Invoices.class.getName());

  @AfterEach
  void forget() {
    logs.close();
  }

  @Test
  void writesOneRecordForACallThatSucceeded() throws Exception {
    observer("approve", Map.of()).ended(3_214_557, null);

    LogRecord record = logs.records().get(0);
    assertThat(record.getLevel()).isEqualTo(Level.INFO);
    assertThat(record.getMessage()).isEqualTo("Invoices.approve succeeded in 3.2 ms");
    assertThat(record.getParameters())
        .containsExactly(
            Map.of(
                "code.function.name",
                Invoices.class.getName() + ".approve",
                "event.outcome",
                "success",
                "event.duration",
                3_214_557L));
  }

  @Test
  void writesAnErrorWithTheExceptionForACallThatFailed() throws Exception {
    IllegalStateException failure = new IllegalStateException("expected by a test");

    observer("approve", Map.of()).ended(1_000_000, failure);

    LogRecord record = logs.records().get(0);
    assertThat(record.getLevel()).isEqualTo(Level.SEVERE);
    assertThat(record.getMessage()).isEqualTo("Invoices.approve failed after 1.0 ms");
    assertThat(record.getThrown()).isSameAs(failure);
  }

  @Test
  void aFailureIsNotLessThanASuccess() throws Exception {
    observer("pay", Map.of()).ended(1, new IllegalStateException("expected by a test"));

    assertThat(logs.records().get(0).getLevel().intValue()).isEqualTo(1_100);
  }

  @Test
  void configurationOverridesTheAnnotation() throws Exception {
    observer("approve", Map.of(Invoices.class.getName() + "/approve/Logged/value", "WARNING"))
        .ended(1, null);

    assertThat(logs.records().get(0).getLevel()).isEqualTo(Level.WARNING);
    assertThat(observer("approve", Map.of(Invoices.class.getName() + "/Logged/enabled", "false")))
        .isSameAs(CallObserver.noop());
  }

  @Test
  void belowTheLoggersLevelNothingIsWritten() throws Exception {
    observer("approve", Map.of("Logged/value", "DEBUG")).ended(1, null);

    assertThat(logs.records()).isEmpty();
  }

  @Test
  void methodsWithoutAnnotationAreNotObserved() throws Exception {
    assertThat(observer("list", Map.of())).isSameAs(CallObserver.noop());
  }

  private static CallObserver observer(String method, Map<String, String> values)
      throws NoSuchMethodException {
    Settings settings = TestSettings.of(values);
    Logging logging = TestLogging.of(settings);
    return logging.observe(
        new BeanMethod(Invoices.class, Invoices.class.getMethod(method)), settings);
  }
}
