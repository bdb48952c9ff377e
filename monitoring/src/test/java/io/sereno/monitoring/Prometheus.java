package io.sereno.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A real Prometheus on a free port of the loopback, which ends with its test. Its data and its log
 * are in {@code target/prometheus}.
 *
 * <pre>{@code
 * try (Prometheus prometheus = Prometheus.start(config)) {
 *   prometheus.query("up");
 * }
 * }</pre>
 */
public final class Prometheus implements AutoCloseable {

  private static final Path FOLDER = Path.of("target", "prometheus").toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final URI root;

  private Prometheus(Process process, URI root) {
    this.process = process;
    this.root = root;
  }

  /** Starts one with this configuration; skips the test where none is installed. */
  public static Prometheus start(Path config) throws IOException {
    Path data = Files.createDirectories(FOLDER.resolve("run-" + System.nanoTime()));
    String address = "127.0.0.1:" + freePort();
    Process process =
        Program.PROMETHEUS
            .process(
                List.of(
                    "--config.file=" + config,
                    "--storage.tsdb.path=" + data.resolve("tsdb"),
                    "--enable-feature=exemplar-storage",
                    "--web.listen-address=" + address))
            .redirectOutput(data.resolve("prometheus.log").toFile())
            .start();
    Prometheus prometheus = new Prometheus(process, URI.create("http://" + address + "/"));
    try {
      prometheus.awaitReady(data);
    } catch (RuntimeException | Error e) {
      process.destroyForcibly();
      throw e;
    }
    return prometheus;
  }

  private void awaitReady(Path data) {
    await(data.toString())
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(IOException.class)
        .failFast(() -> assertThat(process.isAlive()).isTrue())
        .until(() -> get("-/ready").statusCode() == 200);
  }

  /** The value of an expression now; its error is in there, too. */
  public JsonObject query(String expression) throws IOException, InterruptedException {
    return ask("api/v1/query?query=" + URLEncoder.encode(expression, UTF_8));
  }

  /** What it answers to a request of its API. */
  public JsonObject ask(String path) throws IOException, InterruptedException {
    try (JsonReader reader = Json.createReader(new StringReader(get(path).body()))) {
      return reader.readObject();
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(root.resolve(path)).timeout(PATIENCE).build();
    return client.send(request, BodyHandlers.ofString());
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
}
