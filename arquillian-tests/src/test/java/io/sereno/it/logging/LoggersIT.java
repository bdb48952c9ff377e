package io.sereno.it.logging;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sereno.it.Http;
import io.sereno.it.JsonLog;
import jakarta.json.JsonObject;
import java.net.URL;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;

/** Levels: from the environment, and at run time. */
@ArquillianTest
@RunAsClient
class LoggersIT {

  private static final String LOGGERS = "sereno/loggers";

  @ArquillianResource URL root;

  @Test
  void aLevelIsSetForSomeTimeAndRevertsByItself() {
    JsonLog log = JsonLog.fromNow();
    assertThat(say("before").status()).isEqualTo(200);

    Http.Response set =
        Http.at(root)
            .put(
                LOGGERS + "/at.run.time",
                "{\"level\":\"DEBUG\",\"for\":\"PT10S\"}",
                "X-Sereno-Token",
                "it-token",
                "Content-Type",
                "application/json",
                "X-Request-ID",
                "sets-a-level");
    assertThat(set.status()).isEqualTo(200);
    assertThat(set.body())
        .matches(
            "\\{\"configuredLevel\":\"DEBUG\",\"effectiveLevel\":\"DEBUG\",\"revertsAt\":\"[^\"]+\"}\n");
    say("during");

    await()
        .atMost(60, SECONDS)
        .untilAsserted(
            () ->
                assertThat(get(LOGGERS + "/at.run.time").body())
                    .isEqualTo("{\"effectiveLevel\":\"INFO\"}\n"));
    say("after");

    assertThat(log.ofRequest("sets-a-level", 1).get(0).getString("message"))
        .isEqualTo(
            "anonymous sys_monitor_enabled"
                + " logger=at.run.time level=DEBUG before=INFO for=PT10S: success");
    await()
        .atMost(20, SECONDS)
        .untilAsserted(
            () ->
                assertThat(log.all())
                    .extracting(line -> line.getString("message"))
                    .contains(
                        "anonymous sys_monitor_disabled"
                            + " logger=at.run.time level=INFO before=DEBUG because=expired: success"));
    assertThat(log.all())
        .filteredOn(line -> line.getString("log.logger").equals("at.run.time"))
        .extracting(line -> line.getString("message"))
        .containsExactly("during");
  }

  @Test
  void theEnvironmentOverridesALevel() {
    JsonLog log = JsonLog.fromNow();

    Http.at(root)
        .get("say?logger=from.environment&level=FINE&message=detail", "X-Request-ID", "from-env");

    JsonObject line = log.ofRequest("from-env", 1).get(0);
    assertThat(line.getString("message")).isEqualTo("detail");
    assertThat(get(LOGGERS + "/from.environment").body())
        .isEqualTo("{\"configuredLevel\":\"DEBUG\",\"effectiveLevel\":\"DEBUG\"}\n");
  }

  @Test
  void strangersChangeNothing() {
    Http http = Http.at(root);
    String body = "{\"level\":\"DEBUG\"}";

    assertThat(http.get(LOGGERS).status()).isEqualTo(401);
    assertThat(http.put(LOGGERS + "/x", body, "Content-Type", "application/json").status())
        .isEqualTo(401);
    assertThat(
            http.put(
                    LOGGERS + "/x", body, "Content-Type", "application/json", "X-Sereno-Token", "x")
                .status())
        .isEqualTo(401);
    assertThat(get(LOGGERS).body())
        .contains("\"ROOT\":{\"configuredLevel\":\"INFO\"", "\"from.environment\"");
  }

  private Http.Response say(String message) {
    return Http.at(root).get("say?logger=at.run.time&level=FINE&message=" + message);
  }

  private Http.Response get(String path) {
    return Http.at(root).get(path, "X-Sereno-Token", "it-token");
  }
}
