package io.sereno.it.context;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sereno.it.Http;
import io.sereno.it.JsonLog;
import jakarta.json.JsonObject;
import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;

@ArquillianTest
@RunAsClient
class ContextIT {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  @ArquillianResource URL root;

  @Test
  void anAcceptableRequestIdComesBack() {
    assertThat(requestId("X-Request-ID", "b1946ac9._-A")).isEqualTo("b1946ac9._-A");
  }

  @Test
  void anyOtherIsReplaced() {
    assertThat(requestId("X-Request-ID", "a<script>b")).matches("[0-9a-f-]{36}");
    assertThat(requestId("X-Request-ID", "x".repeat(129))).matches("[0-9a-f-]{36}");
    assertThat(requestId("Accept", "*/*")).matches("[0-9a-f-]{36}");
  }

  @Test
  void theMdcSaysWhoAndWhere() {
    String mdc =
        Http.at(root)
            .get(
                "api/context?secret=1",
                "X-Request-ID",
                "context-mdc",
                "traceparent",
                "00-" + TRACE + "-b7ad6b7169203331-01")
            .body();

    assertThat(mdc)
        .contains("http.request.id=context-mdc")
        .contains("trace.id=" + TRACE)
        .containsPattern("span\\.id=[0-9a-f]{16}")
        .contains("http.request.method=GET")
        .contains("url.path=/fat/api/context")
        .contains("http.route=/fat/api/context")
        .contains("client.ip=")
        .doesNotContain("b7ad6b7169203331")
        .doesNotContain("secret");
  }

  @Test
  void nothingIsLeftOnTheThreadAfterTheRequest() {
    Http.at(root).get("api/context", "X-Request-ID", "must-not-stay");
    Http.at(root).get("api/context/later", "X-Request-ID", "must-not-stay-either");

    await()
        .atMost(10, SECONDS)
        .untilAsserted(() -> assertThat(Http.at(root).get("leftovers").body()).contains("null"));
    assertThat(Http.at(root).get("leftovers").body()).doesNotContain("must-not-stay");
  }

  @Test
  void anAsynchronousAnswerCarriesTheIdToo() {
    Http.Response response = Http.at(root).get("api/context/later", "X-Request-ID", "later-1");

    assertThat(response.body()).isEqualTo("later");
    assertThat(response.header("X-Request-ID")).contains("later-1");
  }

  /** Which the server may have given a copy of the request's MDC. */
  @Test
  void aThreadThatNobodyFollowsHasNoContext() {
    JsonLog log = JsonLog.fromNow();

    Http.at(root).get("api/context/later", "X-Request-ID", "later-2");

    List<JsonObject> records =
        await()
            .atMost(10, SECONDS)
            .until(
                () ->
                    log.all().stream()
                        .filter(
                            line ->
                                line.getString("message").equals("Answered by a thread of its own"))
                        .toList(),
                lines -> !lines.isEmpty());
    assertThat(records)
        .allSatisfy(
            line ->
                assertThat(line.keySet())
                    .doesNotContain("trace.id", "http.request.id", "labels.http.request.id"));
  }

  private String requestId(String header, String value) {
    return Http.at(root).get("api/context", header, value).header("X-Request-ID").orElseThrow();
  }
}
