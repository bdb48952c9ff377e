package io.sereno.it.metrics;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sereno.it.Http;
import io.sereno.it.OnlyOn;
import io.sereno.it.Server;
import java.net.URL;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;

/** What the server's own JCache tells; what a WAR brings along is the sample's affair. */
@OnlyOn(Server.PAYARA)
@ArquillianTest
@RunAsClient
class CachesIT {

  @ArquillianResource URL root;

  @Test
  void aCacheThatIsMadeLaterIsMeasured() {
    assertThat(scrape()).doesNotContain("cache=\"words\"");

    assertThat(Http.at(root).get("api/cached").body()).isEqualTo("nochenull");

    assertThat(scrape())
        .contains(
            "cache_gets_total{cache=\"words\",result=\"hit\"} 1.0",
            "cache_gets_total{cache=\"words\",result=\"miss\"} 1.0",
            "cache_puts_total{cache=\"words\"} 1.0");
    await()
        .atMost(20, SECONDS)
        .untilAsserted(() -> assertThat(scrape()).contains("cache_size{cache=\"words\"} 1.0"));
  }

  private String scrape() {
    return Http.at(root).get("sereno/metrics", "Authorization", "Bearer it-token").body();
  }
}
