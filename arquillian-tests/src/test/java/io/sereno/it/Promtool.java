package io.sereno.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Prometheus's own judge of a scrape, from Debian's package {@code prometheus}. */
public final class Promtool {

  /** What it has to say of a scrape that it can read. */
  private static final int LINTS = 3;

  private Promtool() {}

  /**
   * Fails if promtool finds anything but the two names that are Micrometer's, and that dashboards
   * for Micrometer rely on; skips where it is not installed.
   */
  public static void checkMetrics(String scrape) throws IOException, InterruptedException {
    Assumptions.assumeTrue(isInstalled(), "promtool is not installed (Debian: prometheus)");
    Process process =
        new ProcessBuilder("promtool", "check", "metrics").redirectErrorStream(true).start();
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

  private static boolean isInstalled() {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
  }
}
