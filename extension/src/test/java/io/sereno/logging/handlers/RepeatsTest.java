package io.sereno.logging.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class RepeatsTest {

  @Test
  void repeatedRecordsCollapse() {
    long[] now = {0};
    Repeats repeats = new Repeats(Duration.ofSeconds(10), () -> now[0]);

    assertThat(repeats.swallows(record("a", Level.INFO, "same"))).isFalse();
    for (int i = 0; i < 41; i++) {
      assertThat(repeats.swallows(record("a", Level.INFO, "same"))).isTrue();
    }
    assertThat(repeats.swallows(record("b", Level.INFO, "same"))).isFalse();
    assertThat(repeats.swallows(record("a", Level.WARNING, "same"))).isFalse();
    assertThat(repeats.swallows(record("io.sereno.audit", Level.INFO, "same"))).isFalse();
    assertThat(repeats.swallows(record("io.sereno.audit", Level.INFO, "same"))).isFalse();
    now[0] = 9_999_999_999L;
    assertThat(repeats.due()).isEmpty();
    now[0] = 10_000_000_000L;

    List<LogRecord> due = repeats.due();
    assertThat(due).hasSize(1);
    assertThat(due.get(0).getLoggerName()).isEqualTo("a");
    assertThat(due.get(0).getParameters())
        .containsExactly("same (41 more times within PT10S)", Map.of("log_count", 41L));
    assertThat(repeats.swallows(record("a", Level.INFO, "same"))).isFalse();
  }

  @Test
  void whatIsKeptOfRepeatsIsBounded() {
    Repeats repeats = new Repeats(Duration.ofSeconds(10), () -> 0);
    for (int i = 0; i < 100_000; i++) {
      assertThat(repeats.swallows(record("a", Level.INFO, "message " + i))).isFalse();
    }

    assertThat(repeats.swallows(record("a", Level.INFO, "message 5"))).isTrue();
    assertThat(repeats.swallows(record("a", Level.INFO, "message 99999"))).isFalse();
  }

  @Test
  void whatDiffersInItsExceptionOrFieldsIsNotTheSame() {
    Repeats repeats = new Repeats(Duration.ofSeconds(10), () -> 0);

    assertThat(repeats.swallows(with(new IllegalStateException("disk"), 1))).isFalse();
    assertThat(repeats.swallows(with(new IllegalStateException("network"), 1))).isFalse();
    assertThat(repeats.swallows(with(new IllegalArgumentException("disk"), 1))).isFalse();
    assertThat(repeats.swallows(with(new IllegalStateException("disk"), 2))).isFalse();
    assertThat(repeats.swallows(with(new IllegalStateException("disk"), 1))).isTrue();
  }

  @Test
  void whatCannotSayWhatItIsDoesNoHarm() {
    Repeats repeats = new Repeats(Duration.ofSeconds(10), () -> 0);
    RuntimeException mute =
        new RuntimeException() {
          @Override
          public String getMessage() {
            throw new AssertionError("expected by a test");
          }
        };

    assertThat(repeats.swallows(with(mute, 1))).isFalse();
    assertThat(repeats.swallows(with(mute, 1))).isTrue();
  }

  private static LogRecord with(Throwable thrown, int invoice) {
    LogRecord record = record("a", Level.INFO, "same");
    record.setThrown(thrown);
    record.setParameters(new Object[] {Map.of("invoice.id", invoice)});
    return record;
  }

  private static LogRecord record(String logger, Level level, String message) {
    LogRecord record = new LogRecord(level, message);
    record.setLoggerName(logger);
    return record;
  }
}
