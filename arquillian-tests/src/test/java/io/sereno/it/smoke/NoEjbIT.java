package io.sereno.it.smoke;

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
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** An application that sees no EJB, as all on WildFly's {@code standalone-microprofile.xml}. */
@OwnWar
@OnlyOn(Server.WILDFLY_PLAIN)
@ArquillianTest
class NoEjbIT {

  @Deployment(testable = false)
  static WebArchive withoutEjb() {
    return ShrinkWrap.create(WebArchive.class, "no-ejb.war")
        .addAsLibraries(FatWar.sereno())
        .addClass(NoEjbServlet.class)
        .addAsResource(
            new StringAsset("sereno.metrics.access=public\n"),
            "META-INF/microprofile-config.properties")
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
        .addAsWebInfResource(
            new StringAsset(
                """
                <jboss-deployment-structure xmlns="urn:jboss:deployment-structure:1.3">
                  <deployment>
                    <exclude-subsystems>
                      <subsystem name="ejb3"/>
                    </exclude-subsystems>
                    <exclusions>
                      <module name="jakarta.ejb.api"/>
                    </exclusions>
                  </deployment>
                </jboss-deployment-structure>
                """),
            "jboss-deployment-structure.xml");
  }

  @Test
  void isMeasuredAllTheSame(@ArquillianResource URL root) {
    assertThat(Http.at(root).get("no-ejb").body()).isEqualTo("java.lang.ClassNotFoundException");

    assertThat(Http.at(root).get("sereno/metrics").body())
        .containsPattern(
            "http_server_request_duration_seconds_count\\{.*http_route=\"/no-ejb/no-ejb\".*} 1\n");
  }
}
