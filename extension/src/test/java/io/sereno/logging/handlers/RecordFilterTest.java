package io.sereno.logging.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.settings.TestSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class RecordFilterTest {

  private final Map<String, Long> losses = new HashMap<>();

  @Test
  void samplesWhatMattersLittleAndCountsTheRest() {
    double[] next = {0};
    FilterSettings settings = FilterSettings.read(TestSettings.of(Map.of("sample-rate", "0.25")));
    RecordFilter filter =
        new RecordFilter(
            settings,
            (reason, records) -> losses.merge(reason, records, Long::sum),
            () -> (next[0] += 0.125) % 1);
    int let = 0;
    for (int i = 0; i < 800; i++) {
      let += filter.isLoggable(record("com.acme", Level.INFO, "x")) ? 1 : 0;
    }

    assertThat(let).isEqualTo(200);
    assertThat(losses).containsExactly(Map.entry("sampled", 600L));
    assertThat(filter.isLoggable(record("com.acme", Level.WARNING, "x"))).isTrue();
    for (int i = 0; i < 8; i++) {
      assertThat(filter.isLoggable(record("io.sereno.audit", Level.INFO, "x"))).isTrue();
    }
  }

  private static LogRecord record(String logger, Level level, String message) {
    LogRecord record = new LogRecord(level, message);
    record.setLoggerName(logger);
    return record;
  }
}
