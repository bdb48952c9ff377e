package io.sereno.it.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.it.Http;
import io.sereno.it.JsonLog;
import jakarta.json.JsonObject;
import java.net.URL;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ArquillianTest
@RunAsClient
class AccessLogIT {

  private static final String BYTES = "http.response.body.bytes";

  @ArquillianResource URL root;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "answer/writer",
        "answer/stream",
        "answer/included",
        "answer/forwarded",
        "answer/nothing",
        "answer/later",
        "answer/empty",
        "static.txt",
        "api/context",
        "api/context/later",
        "sereno/loggers"
      })
  void theLengthOfTheAnswerIsTheOneThatArrives(String path) {
    String id = "bytes-" + path.replace('/', '-');
    JsonLog log = JsonLog.fromNow();
    Http.Response response = Http.at(root).get(path, "X-Request-ID", id);
    JsonObject line = log.accessOf(id, 1).get(0);

    assertThat(line.getInt("http.response.status_code")).isEqualTo(response.status());
    assertThat(line.getInt(BYTES)).isEqualTo(response.body().getBytes(UTF_8).length);
    assertThat(line.getJsonNumber("event.duration").longValue()).isPositive();
    assertThat(line.getString("message"))
        .matches("GET /fat/" + path + " " + response.status() + " [0-9]+\\.[0-9]{1,3} ms");
    assertThat(line.getString("url.path")).isEqualTo("/fat/" + path);
    assertThat(line.getString("log.level")).isEqualTo(response.status() < 400 ? "INFO" : "WARNING");
  }

  @Test
  void whatTheContainerAnswersHasNoLength() {
    JsonObject refused = access("answer/refused");
    assertThat(refused.getInt("http.response.status_code")).isEqualTo(409);
    assertThat(refused.getString("log.level")).isEqualTo("WARNING");
    assertThat(refused.containsKey(BYTES)).isFalse();

    JsonObject broken = access("answer/broken");
    assertThat(broken.getInt("http.response.status_code")).isEqualTo(500);
    assertThat(broken.getString("log.level")).isEqualTo("ERROR");
    assertThat(broken.getString("error.type")).isEqualTo("java.lang.IllegalStateException");
    assertThat(broken.containsKey(BYTES)).isFalse();
  }

  @Test
  void whatIsAnsweredToAsynchronousFailuresIsRecorded() {
    JsonObject failed = access("answer/failed-later");
    assertThat(failed.getInt("http.response.status_code")).isEqualTo(500);
    assertThat(failed.getString("error.type")).isEqualTo("java.lang.IllegalStateException");
    assertThat(failed.containsKey(BYTES)).isFalse();

    JsonObject refused = access("answer/refused-later");
    assertThat(refused.getInt("http.response.status_code")).isEqualTo(503);
    assertThat(refused.getInt(BYTES)).isEqualTo(5);
  }

  @Test
  void thePathIsReadable() {
    JsonObject line = access("answer/sch%C3%B6ne%20Nacht;jsessionid=1?secret=2");

    assertThat(line.getString("url.path")).isEqualTo("/fat/answer/sch\u00f6ne Nacht");
    assertThat(line.toString()).doesNotContain("secret", "jsessionid");
  }

  @Test
  void scrapesAreNotRecorded() {
    JsonLog log = JsonLog.fromNow();
    Http.at(root).get("sereno/health", "X-Request-ID", "scrape");
    Http.at(root).get("sereno/health/live", "X-Request-ID", "scrape");
    Http.at(root).get("sereno/metrics", "X-Request-ID", "scrape");
    Http.at(root).get("sereno/audit", "X-Request-ID", "scrape");

    assertThat(log.accessOf("scrape", 1))
        .singleElement()
        .satisfies(line -> assertThat(line.getString("url.path")).isEqualTo("/fat/sereno/audit"));
  }

  private JsonObject access(String path) {
    String id = "access-" + Integer.toHexString(path.hashCode());
    JsonLog log = JsonLog.fromNow();
    Http.at(root).get(path, "X-Request-ID", id);
    return log.accessOf(id, 1).get(0);
  }
}
