package io.sereno.it.metrics;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sereno.it.FatWar;
import io.sereno.it.Http;
import io.sereno.it.OnlyOn;
import io.sereno.it.OwnWar;
import io.sereno.it.Server;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * Sereno's meters in the registry of WildFly's Micrometer subsystem, whose classes take the place
 * of those in the WAR, and which outlives the WAR.
 */
@OwnWar
@OnlyOn(Server.WILDFLY_PLAIN)
@ArquillianTest
class MicrometerSubsystemIT {

  private static final String REQUESTS = "http_server_request_duration_seconds_";
  private static final String TIMED = "method_timed_seconds_";

  @ArquillianResource Deployer deployer;

  @Deployment(name = "bridged", managed = false, testable = false)
  static WebArchive bridged() {
    return ShrinkWrap.create(WebArchive.class, "bridged.war")
        .addClasses(BridgedServlet.class, BridgedBean.class)
        .addAsLibraries(FatWar.sereno())
        .addAsResource(
            new StringAsset("sereno.metrics.access=public\n"),
            "META-INF/microprofile-config.properties")
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
  }

  @Test
  void theSubsystemShowsWhatTheScrapeShowsUntilTheApplicationIsUndeployed() {
    deployer.deploy("bridged");
    try {
      assertThat(get("http", "bridged/bridged")).isEqualTo("worked");

      await()
          .atMost(20, SECONDS)
          .untilAsserted(
              () -> {
                assertThat(ofTheSubsystem(REQUESTS + "count", "\"/bridged/bridged\""))
                    .singleElement()
                    .asString()
                    .endsWith("} 1");
                assertThat(ofTheSubsystem(REQUESTS + "bucket", "le=\"10.0\"")).isNotEmpty();
                assertThat(ofTheSubsystem(TIMED + "count", "BridgedBean")).hasSize(1);
              });
      assertThat(lines(get("http", "bridged/sereno/metrics"), TIMED + "count", "BridgedBean"))
          .singleElement()
          .asString()
          .endsWith("} 1");
      assertThat(ofTheSubsystem("it_own_total", "")).isNotEmpty();
    } finally {
      deployer.undeploy("bridged");
    }

    assertThat(ofTheSubsystem("http_server_", "")).isEmpty();
    assertThat(ofTheSubsystem(TIMED, "")).isEmpty();
    assertThat(ofTheSubsystem("sereno_", "")).isEmpty();
  }

  private static List<String> ofTheSubsystem(String begin, String part) {
    return lines(get("management", "prometheus"), begin, part);
  }

  private static List<String> lines(String text, String begin, String part) {
    return text.lines().filter(line -> line.startsWith(begin) && line.contains(part)).toList();
  }

  private static String get(String port, String path) {
    URI server =
        URI.create("http://127.0.0.1:%s/".formatted(System.getProperty("port.wildfly." + port)));
    try {
      return Http.at(server.toURL()).get(path).body();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }
}
