package io.sereno.it.settings;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.sereno.it.FatWar;
import io.sereno.it.OwnWar;
import io.sereno.it.Server;
import io.sereno.it.ServerOutput;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Settings that cannot be used refuse the deployment, all of them in one message. */
@OwnWar
@ArquillianTest
class WrongSettingsIT {

  @ArquillianResource Deployer deployer;

  @Deployment(name = "wrong", managed = false, testable = false)
  static WebArchive wrong() {
    return ShrinkWrap.create(WebArchive.class, "wrong.war")
        .addAsLibraries(FatWar.sereno())
        .addAsResource(
            new StringAsset(
                """
                sereno.health.timeout=5 parsecs
                sereno.logging.root.level=LOUD
                sereno.helth.enabled=true
                """),
            "META-INF/microprofile-config.properties");
  }

  @Test
  void theServerTellsThemAll() {
    ServerOutput output = ServerOutput.fromNow();

    if (Server.current() == Server.PAYARA) {
      deployer.deploy("wrong"); // Payara Micro goes on, without the WAR
    } else {
      assertThatThrownBy(() -> deployer.deploy("wrong")).isNotNull();
    }

    await()
        .atMost(20, SECONDS)
        .untilAsserted(
            () ->
                assertThat(String.join("\n", output.lines()))
                    .contains(
                        """
                        Sereno's settings cannot be used:
                          sereno.logging.root.level = "LOUD": write one of DEBUG, INFO, WARNING, ERROR, CRITICAL
                          sereno.health.timeout = "5 parsecs": write a duration such as 500ms, 10s, 5m or PT5M
                        and some mean nothing:
                          sereno.helth.enabled (did you mean sereno.health.enabled?)"""));
  }
}
