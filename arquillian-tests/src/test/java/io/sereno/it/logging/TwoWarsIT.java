package io.sereno.it.logging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sereno.it.FatWar;
import io.sereno.it.Http;
import io.sereno.it.OnlyOn;
import io.sereno.it.OwnWar;
import io.sereno.it.Server;
import io.sereno.it.ServerOutput;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * Two applications on one server, with levels and handlers of their own for the same logger, and a
 * third without Sereno, whose records belong to the first that has taken the root over. Not on
 * Payara Micro, which ends with its first WAR.
 */
@OwnWar
@OnlyOn(Server.WILDFLY)
@ArquillianTest
class TwoWarsIT {

  private static final Path FOLDER = Path.of("target", "two-wars").toAbsolutePath();

  @ArquillianResource Deployer deployer;

  @ArquillianResource
  @OperateOnDeployment("third")
  URL third;

  @Deployment(name = "loud", managed = false, testable = false)
  static WebArchive loud() {
    return war("loud", "DEBUG").addAsLibraries(FatWar.sereno());
  }

  @Deployment(name = "quiet", managed = false, testable = false)
  static WebArchive quiet() {
    return war("quiet", "WARNING").addAsLibraries(FatWar.sereno());
  }

  @Deployment(name = "third", testable = false)
  static WebArchive third() {
    return war("third", "INFO");
  }

  private static WebArchive war(String name, String level) {
    return ShrinkWrap.create(WebArchive.class, name + ".war")
        .addClass(SayServlet.class)
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
        .addAsResource(
            new StringAsset(
                """
                sereno.logging.scope=server
                sereno.logging.loggers."shared.by.two".level=%s
                sereno.logging.loggers."shared.by.two".handlers=file
                sereno.logging.handlers.file.filename=%s/%s.log
                sereno.logging.handlers.file.formatter=simple
                sereno.logging.formatters.json.add=service.name=%s
                """
                    .formatted(level, FOLDER.toString().replace('\\', '/'), name, name)),
            "META-INF/microprofile-config.properties");
  }

  @Test
  void eachWritesItsOwnByItsOwnLevels() throws IOException {
    for (String war : List.of("loud", "quiet")) {
      Files.deleteIfExists(FOLDER.resolve(war + ".log"));
    }
    assertThat(level("third")).isEqualTo("null");
    deployer.deploy("loud");
    deployer.deploy("quiet");
    ServerOutput output = ServerOutput.fromNow();

    assertThat(level("quiet")).isEqualTo("FINE");
    sayAll();

    assertThat(file("loud"))
        .containsExactly(
            "DEBUG by loud",
            "INFO by loud",
            "WARNING by loud",
            "DEBUG by third",
            "INFO by third",
            "WARNING by third");
    assertThat(file("quiet")).containsExactly("WARNING by quiet");
    await()
        .atMost(20, SECONDS)
        .untilAsserted(
            () ->
                assertThat(said(output.lines()))
                    .containsExactlyInAnyOrder(
                        "loud DEBUG by loud",
                        "loud INFO by loud",
                        "loud WARNING by loud",
                        "quiet WARNING by quiet",
                        "loud DEBUG by third",
                        "loud INFO by third",
                        "loud WARNING by third"));

    deployer.undeploy("loud");
    ServerOutput afterwards = ServerOutput.fromNow();
    assertThat(level("quiet")).isEqualTo("INFO"); // the server's, for those who ask for nothing
    say("quiet");
    say("third");

    assertThat(file("loud")).hasSize(6);
    assertThat(file("quiet"))
        .containsExactly("WARNING by quiet", "WARNING by quiet", "WARNING by third");
    await()
        .atMost(20, SECONDS)
        .untilAsserted(
            () ->
                assertThat(said(afterwards.lines()))
                    .containsExactlyInAnyOrder("quiet WARNING by quiet", "quiet WARNING by third"));

    deployer.undeploy("quiet");
    ServerOutput atLast = ServerOutput.fromNow();
    assertThat(level("third")).isEqualTo("null");
    say("third");
    await()
        .atMost(20, SECONDS)
        .untilAsserted(
            () ->
                assertThat(atLast.lines())
                    .anyMatch(line -> line.matches(".*WARN.*\\(default task-\\d+\\) by third")));
  }

  private void sayAll() {
    List.of("loud", "quiet", "third").forEach(this::say);
  }

  private void say(String war) {
    for (String level : List.of("FINE", "INFO", "WARNING")) {
      Http.at(third)
          .get("/" + war + "/say?logger=shared.by.two&level=" + level + "&message=by%20" + war);
    }
  }

  private String level(String war) {
    return Http.at(third).get("/" + war + "/say?logger=shared.by.two").body();
  }

  private static List<String> file(String war) throws IOException {
    return Files.readAllLines(FOLDER.resolve(war + ".log"));
  }

  /** Who wrote which of our lines on the console, at which level. */
  private static List<String> said(List<String> lines) {
    return lines.stream()
        .filter(line -> line.contains("\"shared.by.two\""))
        .map(
            line ->
                line.replaceFirst(
                    ".*\"log.level\":\"(\\w+)\",\"message\":\"([^\"]+)\".*\"service.name\":\"(\\w+)\".*",
                    "$3 $1 $2"))
        .toList();
  }
}
