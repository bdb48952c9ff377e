package io.sereno.it.metrics;

import static org.assertj.core.api.Assertions.assertThat;

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
 * Sereno beside WildFly's Micrometer subsystem, whose classes take the place of those in the WAR,
 * and whose registry outlives the WAR.
 */
@OwnWar
@OnlyOn(Server.WILDFLY_PLAIN)
@ArquillianTest
class MicrometerSubsystemIT {

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
  void theScrapeIsWhatItIsWithoutTheSubsystem() {
    deployer.deploy("bridged");
    try {
      assertThat(get("http", "bridged/bridged")).isEqualTo("worked");

      assertThat(lines(get("http", "bridged/sereno/metrics"), TIMED + "count", "BridgedBean"))
          .singleElement()
          .asString()
          .endsWith("} 1");
    } finally {
      deployer.undeploy("bridged");
    }

    assertThat(lines(get("management", "prometheus"), TIMED, "BridgedBean")).isEmpty();
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
