package io.sereno.it;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;

/** The JSON lines that the server has printed for one request. For the client's side only. */
public final class JsonLog {

  private static final String ACCESS = "io.sereno.access";

  private final ServerOutput output = ServerOutput.fromNow();

  private JsonLog() {}

  /** The lines from here on. */
  public static JsonLog fromNow() {
    return new JsonLog();
  }

  /**
   * Waits until so many lines with this request id have come, and returns them in their order. The
   * access record, which comes at any time after the answer, is not among them.
   */
  public List<JsonObject> ofRequest(String requestId, int count) {
    return await()
        .atMost(20, SECONDS)
        .until(() -> lines(requestId, false), lines -> lines.size() >= count);
  }

  /** Waits for the access records of this request id. */
  public List<JsonObject> accessOf(String requestId, int count) {
    return await()
        .atMost(20, SECONDS)
        .until(() -> lines(requestId, true), lines -> lines.size() >= count);
  }

  private List<JsonObject> lines(String requestId, boolean access) {
    return all().stream()
        .filter(line -> line.getString("http.request.id", "").equals(requestId))
        .filter(line -> line.getString("log.logger", "").equals(ACCESS) == access)
        .toList();
  }

  /** Every JSON line so far. */
  public List<JsonObject> all() {
    return output.lines().stream()
        .map(JsonLog::withoutColours)
        .filter(line -> line.startsWith("{\"@timestamp\""))
        .map(line -> Json.createReader(new StringReader(line)).readObject())
        .toList();
  }

  /** WildFly's own console ends its lines with a colour code after the line break. */
  private static String withoutColours(String line) {
    return line.replaceFirst("^(\\u001b\\[[0-9;]*m)+", "");
  }
}
