package io.sereno.it.context;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sereno.it.Http;
import io.sereno.it.JsonLog;
import io.sereno.it.Server;
import jakarta.json.JsonObject;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;

/** One request, followed by its ids through everything that works for it. */
@ArquillianTest
@RunAsClient
class JourneyIT {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN = "00f067aa0ba902b7";

  @ArquillianResource URL root;

  @Test
  void everyStageCarriesTheIdsOfTheRequest() {
    List<String> stages =
        new ArrayList<>(
            List.of(
                "servlet",
                "EJB",
                "managed executor",
                "scheduled task",
                "asynchronous method",
                "asynchronous EJB, injected by CDI",
                "asynchronous EJB, injected by EJB",
                "resource, called by Jakarta REST",
                "resource, called by registered",
                "resource, called by MicroProfile"));
    if (Server.current() == Server.WILDFLY) { // Payara Micro has no broker
      stages.add("message-driven bean");
      stages.add("message read by hand: wait");
    }
    JsonLog log = JsonLog.fromNow();

    Http.Response response =
        Http.at(root)
            .get(
                "journey/start",
                "X-Request-ID",
                "journey-1",
                "traceparent",
                "00-" + TRACE + '-' + SPAN + "-00");

    assertThat(response.body()).isEqualTo("Jakarta REST, registered, MicroProfile");
    List<JsonObject> lines = log.ofRequest("journey-1", stages.size());
    assertThat(lines)
        .extracting(line -> line.getString("message"))
        .containsExactlyInAnyOrderElementsOf(stages);
    assertThat(lines).extracting(line -> line.getString("trace.id")).containsOnly(TRACE);
    assertThat(log.accessOf("journey-1", 4))
        .extracting(line -> line.getString("trace.id"))
        .containsOnly(TRACE);
  }

  @Test
  void afterwardsThePooledThreadsAreClean() {
    Http.at(root).get("journey/afterwards?fill"); // see CleanThreadsServlet
    JsonLog log = JsonLog.fromNow();
    Http.at(root).get("journey/start", "X-Request-ID", "journey-2");

    assertThat(Http.at(root).get("journey/afterwards", "X-Request-ID", "journey-3").body())
        .isEqualTo("[]");
    JsonObject timer =
        await()
            .atMost(10, SECONDS)
            .until(
                () ->
                    log.all().stream()
                        .filter(line -> line.getString("message").equals("timer"))
                        .toList(),
                lines -> !lines.isEmpty())
            .get(0);
    assertThat(timer.containsKey("http.request.id")).isFalse();
    assertThat(timer.getString("trace.id")).matches("[0-9a-f]{32}");
  }
}
