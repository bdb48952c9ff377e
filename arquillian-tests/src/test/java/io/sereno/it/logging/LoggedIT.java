package io.sereno.it.logging;

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
class LoggedIT {

  @ArquillianResource URL root;

  @Test
  void aCallIsOneLineWithTheRequestsContext() {
    JsonObject line = call("succeed", 1).get(0);

    assertThat(line.getString("message")).matches("Calls\\.succeed succeeded in [0-9.]+ ms");
    assertThat(line.getString("log.level")).isEqualTo("INFO");
    assertThat(line.getString("log.logger")).isEqualTo("io.sereno.it.logging.Calls");
    assertThat(line.getString("code.function.name"))
        .isEqualTo("io.sereno.it.logging.Calls.succeed");
    assertThat(line.getString("event.outcome")).isEqualTo("success");
    assertThat(line.getJsonNumber("event.duration").longValue()).isPositive();
    assertThat(line.getString("http.request.method")).isEqualTo("GET");
    assertThat(line.getString("url.path")).isEqualTo("/fat/api/calls/succeed");
    assertThat(line.getString("http.route")).isEqualTo("/fat/api/calls/{how}");
    assertThat(line.getString("client.ip")).isNotEmpty();
  }

  @Test
  void theMethodsAnnotationWinsOverTheClasss() {
    assertThat(call("warn", 1).get(0).getString("log.level")).isEqualTo("WARNING");
  }

  @Test
  void aFailedCallIsAnErrorWithItsStackTrace() {
    JsonObject line = call("fail", 1).get(0);

    assertThat(line.getString("message"))
        .matches("Calls\\.fail failed after [0-9.]+ ms: java\\.lang\\.IllegalStateException");
    assertThat(line.getString("log.level")).isEqualTo("ERROR");
    assertThat(line.getString("event.outcome")).isEqualTo("failure");
    assertThat(line.getString("error.type")).isEqualTo("java.lang.IllegalStateException");
    assertThat(line.getString("error.message")).isEqualTo("expected by a test");
    assertThat(line.getString("error.stack_trace"))
        .startsWith("java.lang.IllegalStateException: expected by a test\n\tat ");
  }

  @Test
  void theStackTraceIsInTheOutermostCallsLineAlone() {
    assertThat(chain("chain", "ChainEjb.first failed"))
        .containsExactly(
            "Calls.fail failed: java.lang.IllegalStateException",
            "Chain.second failed: java.lang.IllegalStateException",
            "ChainEjb.first failed: java.lang.IllegalStateException with its stack trace");
  }

  @Test
  void whatAnEjbWrapsIsNotToldTwice() {
    assertThat(chain("wrapped", "Chain.throughEjb failed"))
        .containsExactly(
            "Calls.fail failed: java.lang.IllegalStateException",
            "Chain.second failed: java.lang.IllegalStateException",
            "ChainEjb.first failed: java.lang.IllegalStateException",
            "Chain.throughEjb failed: jakarta.ejb.EJBException with its stack trace");
  }

  /** The application's own lines of a request up to the one that begins with {@code last}. */
  private List<String> chain(String how, String last) {
    String id = "logged-" + how;
    JsonLog log = JsonLog.fromNow();
    Http.at(root).get("api/calls/" + how, "X-Request-ID", id);
    return await()
        .atMost(20, SECONDS)
        .until(
            () ->
                log.ofRequest(id, 1).stream()
                    .filter(line -> line.getString("log.logger").startsWith("io.sereno.it."))
                    .map(LoggedIT::summary)
                    .toList(),
            lines -> lines.stream().anyMatch(line -> line.startsWith(last)));
  }

  private static String summary(JsonObject line) {
    assertThat(line.getString("event.outcome")).isEqualTo("failure");
    assertThat(line.getString("message")).endsWith(line.getString("error.type"));
    return line.getString("message").replaceFirst(" after [0-9.]+ ms", "")
        + (line.containsKey("error.stack_trace") ? " with its stack trace" : "");
  }

  @Test
  void anEjbAndItsTimerAreWatched() {
    JsonLog log = JsonLog.fromNow();

    assertThat(call("ejb", 2))
        .extracting(line -> line.getString("message").replaceAll(" in .*", ""))
        .containsExactly("anonymous ejb.wake: success", "CallsEjb.wakeMeUp succeeded");
    await()
        .atMost(20, SECONDS)
        .untilAsserted(
            () ->
                assertThat(log.all())
                    .anyMatch(line -> line.getString("message").startsWith("CallsEjb.wake succ")));
  }

  @Test
  void aSessionScopedBeanMayHaveAllThreeAnnotations() {
    assertThat(call("wallet", 2))
        .extracting(line -> line.getString("message").replaceAll(" in .*", ""))
        .containsExactly("anonymous Wallet.put more=7: success", "Wallet.put succeeded");
  }

  private List<JsonObject> call(String how, int lines) {
    String id = "logged-" + how;
    JsonLog log = JsonLog.fromNow();
    Http.at(root).get("api/calls/" + how, "X-Request-ID", id);
    return log.ofRequest(id, lines);
  }
}
