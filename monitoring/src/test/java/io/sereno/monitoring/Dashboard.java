package io.sereno.monitoring;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A dashboard as Grafana imports it.
 *
 * @param name the file's
 * @param json all that is in it
 */
public record Dashboard(String name, JsonObject json) {

  private static final Pattern LABEL_VALUES =
      Pattern.compile("label_values\\((?<series>.*), (?<label>\\w+)\\)");

  /** A query of a panel or a variable, where it stands and what it says. */
  public record Query(String place, String expression) {

    /**
     * What Grafana sends: the variables chosen with "All" and the intervals put in.
     *
     * @param rateInterval for {@code $__rate_interval}, at least four scrapes, such as {@code 10s}
     * @param range for {@code $__range}
     */
    public String with(String rateInterval, String range) {
      return expression
          .replace("$__rate_interval_ms", String.valueOf(millis(rateInterval)))
          .replace("$__rate_interval", rateInterval)
          .replace("$__range", range)
          .replaceAll("\\$(job|instance|route)\\b", ".*");
    }

    private static long millis(String interval) {
      return Duration.parse("PT" + interval).toMillis();
    }
  }

  /** All there are in a folder, by name. */
  public static List<Dashboard> in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().map(Dashboard::read).toList();
    }
  }

  private static Dashboard read(Path file) {
    try (Reader text = Files.newBufferedReader(file);
        JsonReader reader = Json.createReader(text)) {
      return new Dashboard(file.getFileName().toString(), reader.readObject());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<JsonObject> panels() {
    return json.getJsonArray("panels").getValuesAs(JsonObject.class);
  }

  List<JsonObject> variables() {
    return json.getJsonObject("templating").getJsonArray("list").getValuesAs(JsonObject.class);
  }

  /** Those of the panels. */
  public List<Query> queries() {
    return panels().stream()
        .filter(panel -> panel.containsKey("targets"))
        .flatMap(this::of)
        .toList();
  }

  private Stream<Query> of(JsonObject panel) {
    return panel.getJsonArray("targets").getValuesAs(JsonObject.class).stream()
        .map(
            target ->
                new Query(
                    "%s: %s, %s"
                        .formatted(name, panel.getString("title"), target.getString("refId")),
                    target.getString("expr")));
  }

  /** Those that find the values of the variables, as expressions. */
  public List<Query> choices() {
    return variables().stream()
        .filter(variable -> variable.getString("type").equals("query"))
        .map(variable -> Map.entry(variable.getString("name"), variable.getString("definition")))
        .map(choice -> new Query(name + ": $" + choice.getKey(), values(choice.getValue())))
        .toList();
  }

  private static String values(String definition) {
    Matcher matcher = LABEL_VALUES.matcher(definition);
    if (!matcher.matches()) {
      throw new IllegalStateException(definition);
    }
    return "count by (%s) (%s)".formatted(matcher.group("label"), matcher.group("series"));
  }
}
