package io.sereno.it.logging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sereno.it.FatWar;
import io.sereno.it.Http;
import io.sereno.it.OwnWar;
import io.sereno.it.ServerOutput;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The guide's LOGGING on a server: on the console and in a file, in words and as JSON. */
@OwnWar
@ArquillianTest
class GuideIT {

  private static final Path FOLDER = Path.of("target", "guide-logs").toAbsolutePath();

  /** The last two handlers, and their being named, are not the guide's. */
  private static final String LOGGING =
      """
      sereno.logging.disable-existing-loggers=false
      sereno.logging.formatters.verbose.format={levelname} {asctime} {module} {message}
      sereno.logging.formatters.verbose.style={
      sereno.logging.formatters.simple.format={levelname} {message}
      sereno.logging.formatters.simple.style={
      sereno.logging.handlers.console.type=console
      sereno.logging.handlers.console.formatter=verbose
      sereno.logging.handlers.file.type=file
      sereno.logging.handlers.file.filename=FOLDER/app.log
      sereno.logging.handlers.file.formatter=verbose
      sereno.logging.root.handlers=console,file,json-console,json-file
      sereno.logging.root.level=INFO
      sereno.logging.loggers.django.handlers=console,file,json-console,json-file
      sereno.logging.loggers.django.level=WARNING
      sereno.logging.loggers.django.propagate=false
      sereno.logging.loggers.myapp.handlers=console,file,json-console,json-file
      sereno.logging.loggers.myapp.level=DEBUG
      sereno.logging.loggers.myapp.propagate=false
      sereno.logging.handlers.json-console.type=console
      sereno.logging.handlers.json-file.type=file
      sereno.logging.handlers.json-file.filename=FOLDER/app.json
      """;

  @ArquillianResource URL root;

  @Deployment(testable = false)
  static WebArchive guide() {
    return ShrinkWrap.create(WebArchive.class, "guide.war")
        .addAsLibraries(FatWar.sereno())
        .addClass(SayServlet.class)
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
        .addAsResource(
            new StringAsset(LOGGING.replace("FOLDER", FOLDER.toString().replace('\\', '/'))),
            "META-INF/microprofile-config.properties");
  }

  @Test
  void theGuidesKeysGiveTheGuidesLinesInItsPlaces() throws IOException {
    Files.createDirectories(FOLDER);
    try (Stream<Path> old = Files.list(FOLDER)) {
      for (Path file : old.toList()) {
        Files.writeString(file, "");
      }
    }
    ServerOutput output = ServerOutput.fromNow();

    for (String logger : List.of("django", "myapp", "com.acme.Other")) {
      for (String level : List.of("FINE", "INFO", "WARNING", "SEVERE")) {
        Http.at(root).get("say?logger=" + logger + "&level=" + level + "&message=guide-said");
      }
    }

    List<String> expected =
        List.of(
            "WARNING <time> django guide-said",
            "ERROR <time> django guide-said",
            "DEBUG <time> myapp guide-said",
            "INFO <time> myapp guide-said",
            "WARNING <time> myapp guide-said",
            "ERROR <time> myapp guide-said",
            "INFO <time> Other guide-said",
            "WARNING <time> Other guide-said",
            "ERROR <time> Other guide-said");
    await()
        .atMost(20, SECONDS)
        .untilAsserted(
            () -> {
              assertThat(verbose(output.lines())).containsExactlyElementsOf(expected);
              assertThat(json(output.lines())).hasSize(expected.size());
            });
    assertThat(verbose(Files.readAllLines(FOLDER.resolve("app.log"))))
        .containsExactlyElementsOf(expected);
    assertThat(json(Files.readAllLines(FOLDER.resolve("app.json"))))
        .isEqualTo(json(output.lines()))
        .first()
        .asString()
        .matches(
            "\\{\"@timestamp\":\"[^\"]+\",\"log.level\":\"WARNING\",\"message\":\"guide-said\","
                + "\"ecs.version\":\"8.17.0\",\"process.thread.name\":\"[^\"]+\","
                + "\"log.logger\":\"django\",.*\"url.path\":\"/guide/say\".*}");
  }

  private static List<String> verbose(List<String> lines) {
    return lines.stream()
        .filter(line -> line.matches("\\w+ \\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2},\\d{3} .*"))
        .filter(line -> line.contains("guide-said"))
        .map(line -> line.replaceFirst("\\d{4}-\\S+ \\S+", "<time>"))
        .toList();
  }

  private static List<String> json(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("{"))
        .filter(line -> line.contains("guide-said"))
        .toList();
  }
}
