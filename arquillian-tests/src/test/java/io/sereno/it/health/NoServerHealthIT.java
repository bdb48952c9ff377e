package io.sereno.it.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.it.FatWar;
import io.sereno.it.Http;
import io.sereno.it.OnlyOn;
import io.sereno.it.OwnWar;
import io.sereno.it.Server;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A database is checked where the server has no MicroProfile Health to show it at. */
@OwnWar
@OnlyOn(Server.WILDFLY_PLAIN)
@ArquillianTest
class NoServerHealthIT {

  @Deployment(testable = false)
  static WebArchive withADatabase() {
    return ShrinkWrap.create(WebArchive.class, "no-server-health.war")
        .addAsLibraries(FatWar.sereno())
        .addAsResource(
            new StringAsset(
                """
                sereno.health.databases=java:jboss/datasources/ExampleDS
                sereno.endpoints.token=it-token
                """),
            "META-INF/microprofile-config.properties");
  }

  @Test
  void theCheckIsAnsweredByOurs(@ArquillianResource URL root) {
    Http.Response health = Http.at(root).get("sereno/health", "X-Sereno-Token", "it-token");

    assertThat(health.status()).isEqualTo(200);
    assertThat(health.body()).contains("\"database:datasources/ExampleDS\"");
  }
}
