package io.sereno.it;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;

/** The JSON lines that the server has printed for one request. For the client's side only. */
public final class JsonLog {

  private final ServerOutput output = ServerOutput.fromNow();

  private JsonLog() {}

  /** The lines from here on. */
  public static JsonLog fromNow() {
    return new JsonLog();
  }

  /** Waits until so many lines with this request id have come, and returns them in their order. */
  public List<JsonObject> ofRequest(String requestId, int count) {
    return await()
        .atMost(20, SECONDS)
        .until(
            () ->
                all().stream()
                    .filter(line -> line.getString("http.request.id", "").equals(requestId))
                    .toList(),
            lines -> lines.size() >= count);
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
