package io.sereno.audit;

import io.sereno.endpoints.Body;
import io.sereno.endpoints.Door;
import io.sereno.endpoints.Endpoint;
import io.sereno.endpoints.EndpointSettings;
import io.sereno.figures.Failures;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The last events of the trail, the newest first:
 *
 * <pre>{@code
 * {"events":[{"@timestamp":"2026-11-23T09:41:07.515Z","user.name":"clerk",…,
 *   "event.action":"invoice.approve","event.outcome":"success","audit.parameters":"id=42"}]}
 * }</pre>
 */
final class AuditEndpoint extends Endpoint {

  private static final long serialVersionUID = 1L;

  private final transient RecentEvents recent;

  AuditEndpoint(EndpointSettings settings, Door door, Failures failures, RecentEvents recent) {
    super(settings, door, failures);
    this.recent = recent;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    JsonArrayBuilder events = Json.createArrayBuilder();
    recent.newestFirst().forEach(event -> events.add(json(event)));
    Body.json(
        response, "application/json", Json.createObjectBuilder().add("events", events).build());
  }

  private static JsonObject json(AuditEvent event) {
    JsonObjectBuilder json = Json.createObjectBuilder().add("@timestamp", event.when().toString());
    event.contextFields().forEach(json::add);
    event.fields().forEach(json::add);
    return json.build();
  }
}
