package io.sereno.it.undeploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sereno.it.FatWar;
import io.sereno.it.Http;
import io.sereno.it.OnlyOn;
import io.sereno.it.OwnWar;
import io.sereno.it.Server;
import java.io.File;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.logging.Logger;
import org.awaitility.core.ConditionTimeoutException;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A WAR with Sereno leaves no more behind on a running server than the same WAR without it.
 *
 * <p>The JDK remembers some types that it saw last, such as the last record whose {@code equals}
 * was linked (JDK-8078641), and so the last WAR: that is always another one here.
 *
 * <p>Not on Payara Micro, which ends with its WAR. First of all tests, while the server has not yet
 * seen another WAR with Sereno.
 */
@Order(1)
@OwnWar
@OnlyOn(Server.WILDFLY)
@ArquillianTest
class RedeployIT {

  private static final Logger LOGGER = Logger.getLogger(RedeployIT.class.getName());
  private static final int TIMES = 5;
  private static final String LOG =
      Path.of("target", "redeploy-logs", "app.log").toAbsolutePath().toString().replace('\\', '/');
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @ArquillianResource Deployer deployer;

  @ArquillianResource
  @OperateOnDeployment("watcher")
  URL watcher;

  @Deployment(name = "watcher", testable = false)
  static WebArchive watcher() {
    return ShrinkWrap.create(WebArchive.class, "watcher.war")
        .addClasses(WatcherServlet.class, DeployedClassLoaders.class);
  }

  @Deployment(name = "without", managed = false, testable = false)
  static WebArchive without() {
    return withoutSereno("without.war");
  }

  @Deployment(name = "with", managed = false, testable = false)
  static WebArchive with() {
    return redeployed("with.war")
        .addAsLibraries(FatWar.sereno())
        .addAsResource(
            new StringAsset(
                """
                <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.1">
                  <persistence-unit-metadata>
                    <persistence-unit-defaults>
                      <entity-listeners>
                        <entity-listener class="io.sereno.audit.jpa.AuditTrailListener"/>
                      </entity-listeners>
                    </persistence-unit-defaults>
                  </persistence-unit-metadata>
                </entity-mappings>
                """),
            "META-INF/orm.xml");
  }

  @Deployment(name = "last", managed = false, testable = false)
  static WebArchive last() {
    return withoutSereno("last.war");
  }

  private static WebArchive withoutSereno(String name) {
    File[] otherJars =
        Arrays.stream(FatWar.sereno())
            .filter(jar -> !jar.getName().startsWith("sereno-extension"))
            .toArray(File[]::new);
    return redeployed(name).addAsLibraries(otherJars);
  }

  private static WebArchive redeployed(String name) {
    return ShrinkWrap.create(WebArchive.class, name)
        .addClasses(RedeployedServlet.class, DeployedClassLoaders.class, Visits.class, Visit.class)
        .addAsResource(
            new StringAsset(
                """
                sereno.logging.scope=server
                sereno.logging.root.handlers=console,file
                sereno.logging.handlers.console.collapse=1s
                sereno.logging.handlers.file.filename=%s
                sereno.logging.handlers.file.max-bytes=500
                sereno.logging.handlers.file.compress=true
                sereno.metrics.access=public
                """
                    .formatted(LOG)),
            "META-INF/microprofile-config.properties")
        .addAsResource(
            new StringAsset(
                """
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
                  <persistence-unit name="visits">
                    <properties>
                      <property name="jakarta.persistence.schema-generation.database.action"
                                value="drop-and-create"/>
                    </properties>
                  </persistence-unit>
                </persistence>
                """),
            "META-INF/persistence.xml");
  }

  @Test
  void undeployingLeavesNothingBehind() {
    // So that the server starts its worker threads for the watcher and for no other WAR
    Leftovers.of("watcher", watcher);

    redeploy("without", TIMES);
    redeploy("last", 1);
    Leftovers without = leftovers("without", found -> !found.hasClassLoader());
    redeploy("with", TIMES);
    redeploy("last", 1);
    Leftovers with = leftovers("with", found -> found.minus(without).isEmpty());

    LOGGER.info(
        "%d redeployments leave, without Sereno: %s; with Sereno: %s"
            .formatted(TIMES, without, with));
    assertThat(with.minus(without)).as("what only the WAR with Sereno leaves behind").isEmpty();
  }

  /** Round by round, with the requests that make Sereno work. */
  private void redeploy(String war, int times) {
    Http http = Http.at(watcher);
    int health = war.equals("with") ? 200 : 404;
    for (int i = 0; i < times; i++) {
      deployer.deploy(war);
      assertThat(http.get("/" + war + "/visits").body()).isEqualTo("1");
      assertThat(http.get("/" + war + "/visits").body()).isEqualTo("2");
      assertThat(http.get("/" + war + "/sereno/health").status()).isEqualTo(health);
      http.get("/" + war + "/sereno/metrics");
      deployer.undeploy(war);
    }
  }

  /** What is left, after some time to become as little as we hope for. */
  private Leftovers leftovers(String war, Predicate<Leftovers> hope) {
    try {
      return await().atMost(PATIENCE).until(() -> Leftovers.of(war, watcher), hope);
    } catch (ConditionTimeoutException e) {
      return Leftovers.of(war, watcher);
    }
  }
}
