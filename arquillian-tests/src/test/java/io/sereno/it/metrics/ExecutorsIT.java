package io.sereno.it.metrics;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sereno.it.Http;
import io.sereno.it.OnlyOn;
import io.sereno.it.Server;
import java.net.URL;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;

/** What servers tell of their default executors. */
@ArquillianTest
@RunAsClient
class ExecutorsIT {

  @ArquillianResource URL root;

  @Test
  @OnlyOn(Server.WILDFLY)
  void theServersExecutorsAreMeasured() {
    double executed = completed("executor");
    double scheduled = completed("scheduler");

    assertThat(Http.at(root).get("api/executed").body()).isEqualTo("executed");

    await()
        .atMost(10, SECONDS)
        .untilAsserted(
            () -> {
              assertThat(completed("executor")).isGreaterThan(executed);
              assertThat(completed("scheduler")).isGreaterThan(scheduled);
            });
    for (String name : new String[] {"executor", "scheduler"}) {
      assertThat(value("executor_pool_size_threads", name)).isPositive();
      assertThat(value("executor_active_threads", name)).isNotNegative();
      assertThat(value("executor_queued_tasks", name)).isNotNegative();
    }
    assertThat(scrape()).doesNotContain("executor_pool_max_threads"); // is not configured there
  }

  @Test
  @OnlyOn(Server.PAYARA)
  void whatTheServerDoesNotTellIsNotZero() {
    assertThat(Http.at(root).get("api/executed").body()).isEqualTo("executed");

    assertThat(scrape()).doesNotContain("executor_");
  }

  private double completed(String name) {
    return value("executor_completed_tasks_total", name);
  }

  private double value(String meter, String name) {
    Matcher matcher =
        Pattern.compile(
                "(?m)^%s\\{name=\"java:jboss/ee/concurrency/%s/default\"} (\\S+)$"
                    .formatted(meter, name))
            .matcher(scrape());
    assertThat(matcher.find()).as("%s of %s", meter, name).isTrue();
    return Double.parseDouble(matcher.group(1));
  }

  private String scrape() {
    return Http.at(root).get("sereno/metrics", "Authorization", "Bearer it-token").body();
  }
}
