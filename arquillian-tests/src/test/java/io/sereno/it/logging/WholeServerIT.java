package io.sereno.it.logging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sereno.it.FatWar;
import io.sereno.it.Http;
import io.sereno.it.OnlyOn;
import io.sereno.it.OwnWar;
import io.sereno.it.Server;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The servers' own logging as {@code docs/whole-server.md} says, by its very commands, on servers
 * that nothing else has touched. An application with Sereno is deployed, which the jar must not
 * hinder.
 */
@OwnWar
class WholeServerIT {

  private static final Path PAGE = Path.of("..", "docs", "whole-server.md");
  private static final int PATIENCE_SECONDS = 60;

  private final Path folder = Path.of("target", "whole-server").toAbsolutePath();
  private final Path output = folder.resolve("output.txt");

  @BeforeEach
  void begin() throws IOException, InterruptedException {
    run(Path.of("target").toAbsolutePath(), "rm -rf whole-server && mkdir whole-server");
    Files.copy(Path.of("target", "sereno-server.jar"), folder.resolve("sereno-server.jar"));
  }

  private ProcessHandle server;

  @AfterEach
  void end() {
    Stream.concat(server.descendants(), Stream.of(server)).toList().forEach(ProcessHandle::destroy);
    await().atMost(PATIENCE_SECONDS, SECONDS).until(() -> !server.isAlive());
  }

  @Test
  @OnlyOn(Server.PAYARA)
  void payaraMicro() throws Exception {
    List<String> blocks = blocks("Payara Micro");
    Files.createSymbolicLink(
        folder.resolve("payara-micro.jar"),
        Path.of(System.getProperty("payara.jar")).toAbsolutePath());
    Files.writeString(folder.resolve("logging.properties"), blocks.get(0));
    deploy(folder.resolve("say.war"));
    int port = freePorts().get(0);

    start(blocks.get(1).strip() + " --deploy say.war --nocluster --port " + port);

    speaks("http://127.0.0.1:" + port, "PayaraMicro", folder.resolve("logs/server.log"));
    assertThat(Files.readAllLines(output).get(0)).startsWith("{\"@timestamp\":");
  }

  @Test
  @OnlyOn(Server.WILDFLY_PLAIN)
  void wildFly() throws Exception {
    List<String> blocks = blocks("WildFly");
    List<String> commands = blocks.get(1).strip().lines().toList();
    copyOfWildFly();
    Files.writeString(folder.resolve("sereno.cli"), blocks.get(0));
    run(folder, commands.get(0));
    deploy(folder.resolve("standalone/deployments/say.war"));
    List<Integer> ports = freePorts();

    start(
        "%s -Djboss.http.port=%d -Djboss.https.port=%d -Djboss.management.http.port=%d"
            .formatted(commands.get(1), ports.get(0), ports.get(1), ports.get(2)));

    speaks(
        "http://127.0.0.1:" + ports.get(0),
        "org.jboss.as",
        folder.resolve("standalone/log/app.log"));
  }

  /** The application answers, and what it and the server log stands in both places. */
  private void speaks(String server, String serversLogger, Path file) throws IOException {
    Http http = Http.at(URI.create(server + "/say/").toURL());
    await()
        .atMost(PATIENCE_SECONDS, SECONDS)
        .ignoreException(ConnectException.class)
        .ignoreException(IllegalStateException.class)
        .until(() -> http.get("say?logger=com.acme.Shop").status() == 200);

    http.get("say?logger=com.acme.Shop&level=WARNING&message=two%0Alines&thrown=yes");

    await()
        .atMost(PATIENCE_SECONDS, SECONDS)
        .untilAsserted(() -> assertThat(json("com.acme.Shop")).isNotEmpty());
    JsonObject line = json("com.acme.Shop").get(0);
    assertThat(line.getString("message")).isEqualTo("two\nlines");
    assertThat(line.getString("log.level")).isEqualTo("WARNING");
    assertThat(line.getString("service.name")).isEqualTo("shop");
    assertThat(line.getString("error.type")).isEqualTo("java.lang.IllegalStateException");
    assertThat(json(serversLogger)).isNotEmpty();
    assertThat(Files.readAllLines(file))
        .anyMatch(
            text -> text.matches("WARNING \\d{4}-\\d{2}-\\d{2} [0-9:,]{12} Shop two\\\\nlines"))
        .contains("java.lang.IllegalStateException: by a test");
  }

  /** What the whole server prints of a logger; the application's own handler adds no service. */
  private List<JsonObject> json(String logger) throws IOException {
    try (Stream<String> lines = Files.lines(output)) {
      return lines
          .filter(line -> line.startsWith("{"))
          .map(line -> Json.createReader(new StringReader(line)).readObject())
          .filter(line -> line.containsKey("service.name"))
          .filter(line -> line.getString("log.logger").equals(logger))
          .toList();
    }
  }

  /** Not those of the server that Arquillian may have running meanwhile. */
  private static List<Integer> freePorts() throws IOException {
    try (ServerSocket one = new ServerSocket(0);
        ServerSocket two = new ServerSocket(0);
        ServerSocket three = new ServerSocket(0)) {
      return List.of(one.getLocalPort(), two.getLocalPort(), three.getLocalPort());
    }
  }

  private static void deploy(Path war) {
    ShrinkWrap.create(WebArchive.class, "say.war")
        .addAsLibraries(FatWar.sereno())
        .addClass(SayServlet.class)
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
        .as(ZipExporter.class)
        .exportTo(war.toFile(), true);
  }

  /** A WildFly that shares with the other tests' only what is never written. */
  private void copyOfWildFly() throws IOException, InterruptedException {
    Path original = Path.of(System.getProperty("wildfly.home")).toAbsolutePath();
    run(
        folder,
        "ln -s %1$s/bin %1$s/jboss-modules.jar . && mkdir modules && ln -s %1$s/modules/system modules/ && cp -r %1$s/standalone . && rm -rf standalone/log standalone/data standalone/tmp"
            .formatted(original));
  }

  private void start(String command) throws IOException {
    server = process(folder, command).redirectOutput(output.toFile()).start().toHandle();
  }

  private static void run(Path folder, String command) throws IOException, InterruptedException {
    Path told = Path.of("target", "whole-server-commands.txt").toAbsolutePath();
    ProcessBuilder process = process(folder, command).redirectOutput(told.toFile());
    assertThat(process.start().waitFor()).as(() -> command + " told " + told).isZero();
  }

  private static ProcessBuilder process(Path folder, String command) {
    ProcessBuilder process = new ProcessBuilder("bash", "-c", command);
    process.directory(folder.toFile());
    process.redirectErrorStream(true);
    Map<String, String> environment = process.environment();
    environment.put("JBOSS_HOME", folder.toString());
    environment.merge(
        "PATH",
        Path.of(System.getProperty("java.home"), "bin").toString(),
        (path, java) -> java + ':' + path);
    return process;
  }

  /** The fenced blocks of a section, in their order. */
  private static List<String> blocks(String section) throws IOException {
    String page = Files.readString(PAGE);
    String[] parts = page.substring(page.indexOf("\n## " + section + "\n") + 1).split("(?m)^## ");
    String[] fences = parts[1].split("(?m)^```.*\\n");
    return List.of(fences[1], fences[3]);
  }
}
