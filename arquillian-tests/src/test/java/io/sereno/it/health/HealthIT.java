package io.sereno.it.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.it.Http;
import io.sereno.it.Server;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;

@ArquillianTest
@RunAsClient
class HealthIT {

  @ArquillianResource URL root;

  @Test
  void aStrangerIsToldTheStatusAlone() {
    Http.Response health = Http.at(root).get("sereno/health");

    assertThat(health.status()).isEqualTo(200);
    assertThat(health.body()).isEqualTo("{\"status\":\"UP\"}\n");
  }

  @Test
  void theDatabaseOfThePersistenceUnitIsChecked() {
    Http.Response health = Http.at(root).get("sereno/health", "X-Sereno-Token", "it-token");

    assertThat(health.status()).isEqualTo(200);
    assertThat(health.body())
        .matches(
            "\\{\"status\":\"UP\",\"checks\":\\[\\{\"name\":\"database:jdbc/it\",\"status\":\"UP\","
                + "\"data\":\\{\"duration.ms\":[0-9]+\\}\\}\\]\\}\n");
  }

  @Test
  void theServersOwnEndpointShowsItAsReadiness() throws MalformedURLException {
    Http.Response ready = Http.at(management()).get("/health/ready");

    assertThat(ready.status()).isEqualTo(200);
    assertThat(ready.body()).contains("\"name\":\"database:jdbc/it\"");
  }

  @Test
  void endpointsSayNoInProblemBodies() {
    Http http = Http.at(root);

    assertProblem(http.get("sereno/metrics"), 401);
    assertProblem(http.get("sereno/metrics", "Authorization", "Bearer wrong"), 401);
    assertProblem(http.get("sereno/audit"), 401);
    assertProblem(http.get("sereno/health/nonsense"), 404);
    assertProblem(http.post("sereno/health", ""), 405);
  }

  private static void assertProblem(Http.Response response, int status) {
    assertThat(response.status()).isEqualTo(status);
    assertThat(response.header("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(response.header("Cache-Control")).contains("no-store");
    assertThat(response.body()).contains("\"status\":" + status);
  }

  /** WildFly answers on its management port. */
  private URL management() throws MalformedURLException {
    return Server.current() == Server.PAYARA
        ? root
        : URI.create("http://127.0.0.1:" + System.getProperty("port.wildfly.management") + "/")
            .toURL();
  }
}
