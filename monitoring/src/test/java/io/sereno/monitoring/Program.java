package io.sereno.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs of Prometheus's, from Debian; tests that want one that is not installed skip. */
public enum Program {
  PROMETHEUS("prometheus", "prometheus"),
  PROMTOOL("promtool", "prometheus"),
  AMTOOL("amtool", "prometheus-alertmanager");

  private final String command;
  private final String debianPackage;

  Program(String command, String debianPackage) {
    this.command = command;
    this.debianPackage = debianPackage;
  }

  /** Fails unless the program ends well. */
  void succeeds(Path folder, List<String> arguments) throws IOException, InterruptedException {
    Process process = process(arguments).directory(folder.toFile()).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }

  /** To be started; its errors are in its output. */
  ProcessBuilder process(List<String> arguments) {
    Assumptions.assumeTrue(
        isInstalled(), () -> command + " is not installed (Debian: " + debianPackage + ")");
    List<String> line = new ArrayList<>(List.of(command));
    line.addAll(arguments);
    return new ProcessBuilder(line).redirectErrorStream(true);
  }

  private boolean isInstalled() {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }
}
