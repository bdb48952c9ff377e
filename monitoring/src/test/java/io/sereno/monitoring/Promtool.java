package io.sereno.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Prometheus's own judge of a scrape. */
public final class Promtool {

  /** How it ends when it can read a scrape and has something to say of it. */
  private static final int LINTS = 3;

  private Promtool() {}

  /**
   * Fails if promtool finds anything but the two names that are Micrometer's, and that dashboards
   * for Micrometer rely on; skips where it is not installed.
   */
  public static void checkMetrics(String scrape) throws IOException, InterruptedException {
    Process process = Program.PROMTOOL.process(List.of("check", "metrics")).start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(scrape.getBytes(StandardCharsets.UTF_8));
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said)
        .isEqualTo(
            """
            process_cpu_time_ns_total metric names should not contain abbreviated units
            system_cpu_count non-histogram and non-summary metrics should not have "_count" suffix
            """);
    assertThat(process.waitFor()).isEqualTo(LINTS);
  }
}
