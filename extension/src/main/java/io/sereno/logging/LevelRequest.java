package io.sereno.logging;

import io.sereno.endpoints.ProblemBody;
import io.sereno.logging.format.Levels;
import io.sereno.settings.Durations;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for who sets a level: {@code {"level":"DEBUG","for":"PT10M"}}.
 *
 * @param level the level, empty to go back to what the settings say
 * @param lasts after which time it reverts by itself, if it is to
 */
record LevelRequest(Optional<Level> level, Optional<Duration> lasts) {

  private static final int LONGEST = 4_096;
  private static final Duration LONGEST_TIME = Duration.ofDays(365);
  private static final String EXAMPLE = "Send {\"level\":\"DEBUG\",\"for\":\"PT10M\"}";

  /** What was sent cannot be used. */
  static final class Unusable extends Exception {

    private static final long serialVersionUID = 1L;

    private final ProblemBody problem;

    Unusable(ProblemBody problem, String message) {
      super(message);
      this.problem = problem;
    }

    ProblemBody problem() {
      return problem;
    }
  }

  static LevelRequest read(HttpServletRequest request) throws IOException, Unusable {
    String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
    if (!type.split(";", 2)[0].strip().equals("application/json")) { // no form of another site's
      throw new Unusable(ProblemBody.UNSUPPORTED_MEDIA_TYPE, EXAMPLE + " as application/json.");
    }
    byte[] body = request.getInputStream().readNBytes(LONGEST + 1);
    if (body.length > LONGEST) {
      throw new Unusable(ProblemBody.CONTENT_TOO_LARGE, EXAMPLE + ", which is shorter.");
    }
    JsonObject json = parse(body);
    if (!Set.of("level", "for").containsAll(json.keySet()) || !json.containsKey("level")) {
      throw new Unusable(ProblemBody.BAD_REQUEST, EXAMPLE + ", and no other members.");
    }
    return new LevelRequest(level(json.get("level")), lasts(json.get("for")));
  }

  private static JsonObject parse(byte[] body) throws Unusable {
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new Unusable(ProblemBody.BAD_REQUEST, EXAMPLE + ": that was no JSON object.");
    }
  }

  private static Optional<Level> level(JsonValue value) throws Unusable {
    if (value == JsonValue.NULL) {
      return Optional.empty();
    }
    try {
      return Optional.of(Levels.parse(((JsonString) value).getString()));
    } catch (IllegalArgumentException | ClassCastException e) {
      throw new Unusable(
          ProblemBody.BAD_REQUEST,
          "The level may be DEBUG, INFO, WARNING, ERROR, CRITICAL, OFF, or null to revert.");
    }
  }

  private static Optional<Duration> lasts(@Nullable JsonValue value) throws Unusable {
    if (value == null || value == JsonValue.NULL) {
      return Optional.empty();
    }
    try {
      Duration duration = Durations.parse(((JsonString) value).getString());
      if (duration.isNegative() || duration.isZero() || duration.compareTo(LONGEST_TIME) > 0) {
        throw new IllegalArgumentException(duration.toString());
      }
      return Optional.of(duration);
    } catch (RuntimeException e) {
      throw new Unusable(
          ProblemBody.BAD_REQUEST, "How long it lasts is a duration such as PT10M or 10m.");
    }
  }
}
