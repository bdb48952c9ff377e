package io.sereno.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.figures.Figures;
import io.sereno.settings.TestSettings;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LossesFromStartTest {

  @Test
  void everyReasonOfEveryHandlerIsThereAtZero() {
    Figures figures = new Figures();
    TestLogging.of(
        TestSettings.of(
            Map.of(
                "sereno.logging.root.handlers", "console,file",
                "sereno.logging.handlers.console.filter.sample-rate", "0.5",
                "sereno.logging.handlers.file.filename", "target/never-written.log")),
        figures);

    Map<String, Long> dropped = new TreeMap<>();
    figures.forEach(
        figure -> {
          if (figure.name().equals("sereno.dropped")) {
            dropped.put(
                figure.tags().get("outlet") + " " + figure.tags().get("reason"),
                figure.value().getAsLong());
          }
        });
    assertThat(dropped)
        .isEqualTo(
            Map.of(
                "console failed", 0L,
                "console recursion", 0L,
                "console sampled", 0L,
                "file closed", 0L,
                "file failed", 0L,
                "file file_removed", 0L,
                "file recursion", 0L,
                "file write_failed", 0L));
  }
}
