package io.sereno.health;

import io.sereno.endpoints.Body;
import io.sereno.endpoints.Door;
import io.sereno.endpoints.Door.Answer;
import io.sereno.endpoints.Endpoint;
import io.sereno.endpoints.EndpointSettings;
import io.sereno.endpoints.ProblemBody;
import io.sereno.figures.Failures;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Health in MicroProfile's form, with 200 or 503: everything at its path, parts below it at {@code
 * /live}, {@code /ready} and {@code /started}.
 *
 * <pre>{@code
 * {"status":"UP","checks":[{"name":"database:default","status":"UP","data":{"duration.ms":3}}]}
 * }</pre>
 *
 * <p>A stranger is told the status alone: {@code {"status":"UP"}}.
 */
final class HealthEndpoint extends Endpoint {

  private static final long serialVersionUID = 1L;

  private final transient List<Check> checks;

  HealthEndpoint(EndpointSettings settings, Door door, Failures failures, List<Check> checks) {
    super(settings, door, failures);
    this.checks = checks;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    send(request, response, true);
  }

  @Override
  protected boolean answersBelow() {
    return true;
  }

  @Override
  protected void turnAway(Answer answer, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    send(request, response, false);
  }

  private void send(HttpServletRequest request, HttpServletResponse response, boolean details)
      throws IOException {
    Optional<List<Check>> group = group(request.getPathInfo());
    if (group.isEmpty()) {
      ProblemBody.NOT_FOUND.send(response);
      return;
    }
    List<CheckResult> results = group.get().stream().map(Check::run).toList();
    String status = CheckResult.status(results);
    response.setStatus(
        status.equals("UP")
            ? HttpServletResponse.SC_OK
            : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    JsonObjectBuilder body = Json.createObjectBuilder().add("status", status);
    if (details) {
      body.add("checks", checks(results));
    }
    Body.json(response, "application/json", body.build());
  }

  /** Whether an application lives or has started does not depend on another system. */
  private Optional<List<Check>> group(String pathInfo) {
    return switch (pathInfo == null ? "/" : pathInfo) {
      case "/", "/ready" -> Optional.of(checks);
      case "/live", "/started" -> Optional.of(List.of());
      default -> Optional.empty();
    };
  }

  private static JsonArrayBuilder checks(List<CheckResult> results) {
    JsonArrayBuilder checks = Json.createArrayBuilder();
    results.forEach(result -> checks.add(check(result)));
    return checks;
  }

  private static JsonObject check(CheckResult result) {
    JsonObjectBuilder data =
        Json.createObjectBuilder().add("duration.ms", result.took().toMillis());
    result.error().ifPresent(error -> data.add("error", error));
    return Json.createObjectBuilder()
        .add("name", result.name())
        .add("status", result.isUp() ? "UP" : "DOWN")
        .add("data", data)
        .build();
  }
}
