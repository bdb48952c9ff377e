package io.sereno.it;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Prometheus, from Debian's package {@code prometheus}, that scrapes a WAR each second and
 * stores exemplars.
 *
 * <pre>{@code
 * try (Prometheus prometheus = Prometheus.scraping(root)) {
 *   prometheus.ask("api/v1/query_exemplars?query=…");
 * }
 * }</pre>
 *
 * Its log is beside the tests' other output. For the client's side only.
 */
public final class Prometheus implements AutoCloseable {

  private static final Path FOLDER = Path.of("target", "prometheus").toAbsolutePath();

  private final Process process;
  private final Http api;

  private Prometheus(Process process, Http api) {
    this.process = process;
    this.api = api;
  }

  /** Starts one; skips the test where none is installed. */
  public static Prometheus scraping(URL war) throws IOException {
    Assumptions.assumeTrue(isInstalled(), "prometheus is not installed (Debian: prometheus)");
    Path data = Files.createDirectories(FOLDER.resolve("data-" + System.nanoTime()));
    Path config = data.resolve("prometheus.yml");
    Files.writeString(
        config,
        """
        global:
          scrape_interval: 1s
        scrape_configs:
          - job_name: war
            metrics_path: %ssereno/metrics
            authorization:
              credentials: it-token
            static_configs:
              - targets: ["%s:%d"]
        """
            .formatted(war.getPath(), war.getHost(), war.getPort()));
    String address = "127.0.0.1:" + freePort();
    Process process =
        new ProcessBuilder(
                "prometheus",
                "--config.file=" + config,
                "--storage.tsdb.path=" + data.resolve("tsdb"),
                "--enable-feature=exemplar-storage",
                "--web.listen-address=" + address)
            .redirectErrorStream(true)
            .redirectOutput(log())
            .start();
    return new Prometheus(process, Http.at(URI.create("http://" + address + "/").toURL()));
  }

  private static File log() {
    return FOLDER.resolve("prometheus.log").toFile();
  }

  /** Its answer to a request of its API, empty as long as it does not answer. */
  public String ask(String path) {
    try {
      return api.get(path).body();
    } catch (IllegalStateException e) {
      return "";
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, SECONDS)) {
      process.destroyForcibly();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean isInstalled() {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "prometheus")));
  }
}
