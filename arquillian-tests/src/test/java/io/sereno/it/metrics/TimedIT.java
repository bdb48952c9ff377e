package io.sereno.it.metrics;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sereno.it.Http;
import java.net.URL;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;

@ArquillianTest
@RunAsClient
class TimedIT {

  private static final String CLASS = "class=\"io.sereno.it.metrics.";

  @ArquillianResource URL root;

  @Test
  void aStageThatAResourceReturnsIsTimedToItsCompletion() {
    assertThat(Http.at(root).get("api/timed/stage").body()).isEqualTo("later");

    String resource =
        CLASS + "TimedResource\",error_type=\"\",method=\"stage\",outcome=\"success\"";
    await()
        .atMost(10, SECONDS)
        .untilAsserted(() -> assertThat(value("it_stage_seconds_count{" + resource)).isEqualTo(1));
    assertThat(value("it_stage_seconds_sum{" + resource)).isBetween(0.19, 20.0);
    assertThat(value("it_stage_seconds_bucket{" + resource + ",le=\"0.1\"")).isZero();
    assertThat(value("it_stage_active_seconds_count{" + CLASS + "TimedResource\",method=\"stage\""))
        .isZero();
    assertThat(value(success("TimedWork", "later"))).isEqualTo(1);
  }

  @Test
  void whateverAServerCallsIsTimed() {
    assertThat(Http.at(root).get("api/timed/all").body()).isEqualTo("timed work done apart");

    await()
        .atMost(20, SECONDS)
        .untilAsserted(
            () -> {
              assertThat(value(success("TimedWork", "observe"))).isEqualTo(1);
              assertThat(value(success("TimedWork", "task"))).isEqualTo(1);
              assertThat(value(success("TimedEjb", "apart"))).isEqualTo(1);
              assertThat(value(success("TimedEjb", "everySecond"))).isGreaterThanOrEqualTo(1);
              assertThat(value(success("TimedEjb", "privatelyEverySecond")))
                  .isGreaterThanOrEqualTo(1);
              assertThat(
                      value(
                          "it_timed_seconds_count{"
                              + CLASS
                              + "TimedEjb\",error_type=\"java.lang.IllegalStateException\","
                              + "method=\"refuse\",outcome=\"failure\""))
                  .isEqualTo(1);
            });
    assertThat(scrape()).doesNotContain("method=\"toString\"");
  }

  @Test
  void aBudgetThatIsExceededIsCountedAndFailsTests() {
    String exceeded =
        "sereno_timed_queries_exceeded_total{" + CLASS + "TimedResource\",method=\"budget\"";
    assertThat(value(exceeded)).isZero();

    Http.at(root).post("api/shelves", "");
    assertThat(Http.at(root).get("api/timed/budget").body()).isEqualTo("0 1 2");

    await().atMost(10, SECONDS).untilAsserted(() -> assertThat(value(exceeded)).isEqualTo(1));
    assertThat(Http.at(root).get("api/timed/kept").body())
        .isEqualTo(
            """
            budgets of SQL statements exceeded:
              io.sereno.it.metrics.TimedResource.budget() may need 2 and needed 3""");
    assertThat(Http.at(root).get("api/timed/kept").body()).isEqualTo("kept");
  }

  private static String success(String type, String method) {
    return "it_timed_seconds_count{%s%s\",error_type=\"\",method=\"%s\",outcome=\"success\""
        .formatted(CLASS, type, method);
  }

  private double value(String series) {
    Matcher matcher =
        Pattern.compile("(?m)^" + Pattern.quote(series) + "} (\\S+)$").matcher(scrape());
    assertThat(matcher.find()).as("%s in\n%s", series, scrape()).isTrue();
    return Double.parseDouble(matcher.group(1));
  }

  private String scrape() {
    Http.Response response =
        Http.at(root).get("sereno/metrics", "Authorization", "Bearer it-token");
    assertThat(response.status()).isEqualTo(200);
    return response.body();
  }
}
