package io.sereno.it.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.it.FatWar;
import io.sereno.it.Http;
import io.sereno.it.OwnWar;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * Sereno in a WAR that has neither Jakarta REST nor Jakarta Persistence nor a line of
 * configuration.
 */
@OwnWar
@ArquillianTest
class ServletOnlyIT {

  @Deployment(testable = false)
  static WebArchive servletOnly() {
    return ShrinkWrap.create(WebArchive.class, "servlet-only.war")
        .addClass(HoursServlet.class)
        .addAsLibraries(FatWar.sereno());
  }

  @Test
  void servletAnswers(@ArquillianResource URL root) {
    assertThat(Http.at(root).get("hours").body()).isEqualTo("Ten o'clock and all is well");
  }
}
