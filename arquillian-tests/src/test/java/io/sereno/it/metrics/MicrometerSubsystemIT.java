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
import java.util.stream.Collectors;
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
 * and whose registry outlives the WAR. What the subsystem publishes is read at its own page, on the
 * management port.
 */
@OwnWar
@OnlyOn(Server.WILDFLY_PLAIN)
@ArquillianTest
class MicrometerSubsystemIT {

  private static final String DEPLOYMENT = "WF_DEPLOYMENT=\"bridged.war\"";

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
  void theSubsystemPublishesWhatTheScrapeShows() {
    deployer.deploy("bridged");
    try {
      assertThat(get("http", "bridged/bridged")).isEqualTo("worked");

      await()
          .atMost(20, SECONDS)
          .untilAsserted(
              () -> {
                List<String> own = series(get("http", "bridged/sereno/metrics"));
                assertThat(published()).containsAll(own).hasSize(own.size() + 1);
              });
      assertThat(published()).contains("it_own_total");
      assertThat(get("management", "prometheus"))
          .containsPattern("method_timed_seconds_count\\{" + DEPLOYMENT + ".*BridgedBean.*} 1\n")
          .containsPattern(
              "http_server_request_duration_seconds_count\\{"
                  + DEPLOYMENT
                  + ".*http_route=\"/bridged/bridged\"} 1\n")
          .containsPattern("it_bridged_seconds_count\\{" + DEPLOYMENT + ".*} 1\n")
          .containsPattern(
              "sereno_log_records_total\\{" + DEPLOYMENT + ".*level=\"INFO\".*} [1-9]");
    } finally {
      deployer.undeploy("bridged");
    }

    assertThat(published()).containsExactly("it_own_total"); // is not ours
  }

  /** What the subsystem has of the deployment. */
  private static List<String> published() {
    return series(
        get("management", "prometheus")
            .lines()
            .filter(line -> line.contains(DEPLOYMENT))
            .collect(Collectors.joining("\n"))
            .replaceAll(DEPLOYMENT + ",?", "")
            .replace("{}", ""));
  }

  /**
   * By name and tags, but for buckets and quantiles, which the subsystem does not take, and for the
   * machine, which it measures itself.
   */
  private static List<String> series(String text) {
    return text.lines()
        .filter(line -> !line.matches("(#|jvm_|process_|system_).*|.*_bucket\\{.*|.*quantile=.*"))
        .map(line -> line.substring(0, line.lastIndexOf(' ')))
        .toList();
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
