package io.sereno.it.audit;

import static org.assertj.core.api.Assertions.assertThat;

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
class AuditIT {

  @ArquillianResource URL root;

  @Test
  void anEntitysLifeIsInTheTrail() {
    List<JsonObject> events = post("first", "life", 4);

    assertThat(events)
        .extracting(event -> event.getString("message"))
        .containsExactlyInAnyOrder(
            "anonymous ledger.open name=first, key=***: success",
            "anonymous entity.created Ledger first: success",
            "anonymous entity.updated Ledger first: success",
            "anonymous entity.deleted Ledger first: success");
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.getString("log.logger")).isEqualTo("io.sereno.audit");
              assertThat(event.getString("event.kind")).isEqualTo("event");
              assertThat(event.getString("client.ip")).isNotEmpty();
              assertThat(event.toString()).doesNotContain("hunter2");
            });
  }

  @Test
  void aChangeThatWasRolledBackIsAFailure() {
    List<JsonObject> events = post("second", "failure", 2);

    assertThat(events)
        .extracting(event -> event.getString("message"))
        .containsExactlyInAnyOrder(
            "anonymous ledger.fail name=second: failure",
            "anonymous entity.created Ledger second: failure");
    assertThat(events)
        .extracting(event -> event.getString("error.type", ""))
        .containsExactlyInAnyOrder("java.lang.IllegalStateException", "");
  }

  @Test
  void theEndpointShowsTheSameEvents() {
    post("third", "life", 4);

    Http.Response trail = Http.at(root).get("sereno/audit", "X-Sereno-Token", "it-token");

    assertThat(trail.status()).isEqualTo(200);
    assertThat(trail.body())
        .contains("\"http.request.id\":\"audit-third\"")
        .contains("\"event.action\":\"ledger.open\"")
        .contains("\"audit.parameters\":\"name=third, key=***\"");
  }

  /** The audit events of a request, of which there must be so many. */
  private List<JsonObject> post(String name, String what, int count) {
    String id = "audit-" + name;
    JsonLog log = JsonLog.fromNow();
    Http.at(root).post("api/ledgers/" + name + "/" + what, "", "X-Request-ID", id);
    List<JsonObject> events =
        log.ofRequest(id, count).stream()
            .filter(line -> line.getString("log.logger").equals("io.sereno.audit"))
            .toList();
    assertThat(events).hasSize(count);
    return events;
  }
}
