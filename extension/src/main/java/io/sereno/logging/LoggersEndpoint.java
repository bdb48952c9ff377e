package io.sereno.logging;

import io.sereno.endpoints.Body;
import io.sereno.endpoints.Door;
import io.sereno.endpoints.Endpoint;
import io.sereno.endpoints.EndpointSettings;
import io.sereno.endpoints.ProblemBody;
import io.sereno.figures.Failures;
import io.sereno.logging.format.LoggerNames;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Shows the levels of loggers, and sets them.
 *
 * <pre>
 * GET    /sereno/loggers            {"levels":[…],"loggers":{"ROOT":{"configuredLevel":"INFO",…}}}
 * GET    /sereno/loggers/com.acme   {"effectiveLevel":"INFO"}
 * PUT    /sereno/loggers/com.acme   {"level":"DEBUG","for":"PT10M"}
 * DELETE /sereno/loggers/com.acme   back to what the settings say
 * </pre>
 */
final class LoggersEndpoint extends Endpoint {

  private static final long serialVersionUID = 1L;

  /** What cannot be taken for another parameter where the audit tells of it. */
  private static final Pattern NAME = Pattern.compile("[^\\s\\p{C}\\p{Z}=\"]{0,256}");

  private final transient LoggerList loggers;

  LoggersEndpoint(EndpointSettings settings, Door door, Failures failures, LoggerList loggers) {
    super(settings, door, failures);
    this.loggers = loggers;
  }

  @Override
  protected boolean answersBelow() {
    return true;
  }

  @Override
  protected Set<String> changingMethods() {
    return Set.of("PUT", "DELETE");
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<String> name = name(request);
    json(response, name.map(loggers::one).orElseGet(loggers::all));
  }

  @Override
  protected void change(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<String> named = name(request);
    if (named.isEmpty() || !NAME.matcher(named.get()).matches()) {
      ProblemBody.BAD_REQUEST.send(
          response, "Name a logger in the path, or ROOT. It has no blanks, and no = in it.");
      return;
    }
    String name = named.get();
    if (name.equals(LoggerNames.AUDIT)) {
      ProblemBody.FORBIDDEN.send(response, "The audit cannot be silenced at run time.");
    } else if (request.getMethod().equals("DELETE")) {
      loggers.runTime().reset(name);
      json(response, loggers.one(name));
    } else {
      set(name, request, response);
    }
  }

  private void set(String name, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    LevelRequest wanted;
    try {
      wanted = LevelRequest.read(request);
    } catch (LevelRequest.Unusable e) {
      e.problem().send(response, String.valueOf(e.getMessage()));
      return;
    }
    if (wanted.level().isEmpty()) {
      loggers.runTime().reset(name);
    } else if (!loggers.runTime().set(name, wanted.level().get(), wanted.lasts())) {
      ProblemBody.BAD_REQUEST.send(response, "Too many levels are set already: revert some.");
      return;
    }
    json(response, loggers.one(name));
  }

  /** The logger that the path names, the root by its empty name; empty for the page itself. */
  private static Optional<String> name(HttpServletRequest request) {
    return Optional.ofNullable(request.getPathInfo())
        .map(path -> path.substring(1))
        .filter(name -> !name.isEmpty())
        .map(RunTimeLevels::name);
  }

  private static void json(HttpServletResponse response, JsonObject body) throws IOException {
    Body.json(response, "application/json", body);
  }
}
