package io.sereno.logging.format;

import static org.assertj.core.api.Assertions.fail;

import io.sereno.settings.Settings;
import io.sereno.settings.Source;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** A formatter whose every line is checked, and counted. */
final class HostileFormatter {

  private static final String VERBOSE = "{levelname} {asctime} {module} {message}";
  private static final String PLACED = "{name} {thread} {some.key} {some.field:>9} {exc_info}";

  private static final Map<String, String> LOGSTASH =
      Map.of("log.logger", "logger_name", "process.thread.name", "thread_name");

  /** What cutting may waste: the place for a number of fields left out, and half a character. */
  private static final int WASTE = 64;

  private final LineFormatter formatter;
  private final LongAdder cut;
  private final int longest;
  private final LongAdder lines;
  private final String form;

  private HostileFormatter(
      Map<String, String> settings, String form, int longest, LongAdder lines) {
    FormatterContext around = TestFormatters.around(longest, Optional.empty());
    Settings own = new Settings(new RawSource(settings));
    this.formatter =
        settings.containsKey("format")
            ? new TextFormatter(own, TextFormatter.SIMPLE, around)
            : new JsonFormatter(own, around);
    if (!own.problems().isEmpty()) {
      fail(own.problems().toString());
    }
    this.cut = around.cut();
    this.longest = longest;
    this.lines = lines;
    this.form = form;
  }

  static HostileFormatter ecs(int longest, LongAdder lines) {
    return json(Map.of(), longest, lines);
  }

  static HostileFormatter json(Map<String, String> settings, int longest, LongAdder lines) {
    return new HostileFormatter(settings, "ecs", longest, lines);
  }

  static HostileFormatter logstash(int longest, LongAdder lines) {
    return new HostileFormatter(Map.of("schema", "logstash"), "logstash", longest, lines);
  }

  static HostileFormatter verbose(int longest, LongAdder lines) {
    return new HostileFormatter(Map.of("format", VERBOSE), "verbose", longest, lines);
  }

  static HostileFormatter placed(int longest, LongAdder lines) {
    return new HostileFormatter(Map.of("format", PLACED), "placed", longest, lines);
  }

  boolean isJson() {
    return formatter instanceof JsonFormatter;
  }

  /** The line of a record, once it is known to be as it must be. */
  byte[] check(HostileRecord record) {
    long before = cut.sum();
    byte[] line = record.through(formatter);
    boolean isCut = cut.sum() > before;
    try {
      if (isCut && line.length < longest - WASTE && record.fields.size() < 100) {
        fail("cut to %s bytes of %s", line.length, longest);
      }
      if (isJson()) {
        checkValues(HostileOracle.json(line, longest), record, isCut);
      } else {
        String type = record.thrown == null ? "" : record.thrown.getClass().getName();
        checkMessage(HostileOracle.text(line, longest, type), record, isCut);
      }
    } catch (AssertionError e) {
      throw new AssertionError(form + " of " + longest + ": " + e.getMessage(), e);
    }
    lines.increment();
    return line;
  }

  private void checkValues(JsonObject json, HostileRecord record, boolean isCut) {
    Map<String, String> expected = new LinkedHashMap<>(record.expected);
    if (record.expectsMessage) {
      expected.put("message", record.expectedMessage());
    }
    if (form.equals("logstash")) {
      expected.remove("error.message");
    }
    expected.forEach(
        (key, value) -> {
          String name = form.equals("logstash") ? LOGSTASH.getOrDefault(key, key) : key;
          String actual = json.get(name) instanceof JsonString text ? text.getString() : "";
          if (!json.containsKey(name)
              || !HostileOracle.isSame(HostileOracle.wellFormed(value), actual, isCut)) {
            fail("%s of %s is %s in %s", name, HostileOracle.readable(value), actual, json);
          }
        });
    record.expectedKeys.forEach(key -> checkKey(json, key, isCut));
  }

  private static void checkKey(JsonObject json, String key, boolean isCut) {
    String name =
        HostileOracle.wellFormed(key.length() <= 100 ? key : key.substring(0, 100) + "…[cut]");
    JsonValue value = json.getOrDefault("labels." + name, json.get(name));
    String shown = value instanceof JsonString text ? text.getString() : "";
    if (!shown.equals(HostileRecord.THERE) && !shown.equals("***") && !isCut) {
      fail("no %s in %s", HostileOracle.readable(name), json);
    }
  }

  private void checkMessage(String line, HostileRecord record, boolean isCut) {
    if (isCut || !record.expectsMessage || !form.equals("verbose")) {
      return;
    }
    String message = HostileOracle.readable(record.expectedMessage());
    if (!line.endsWith(" " + message)) {
      fail("no %s in %s", message, line);
    }
  }

  /** Settings as they are, without expressions. */
  private record RawSource(Map<String, String> values) implements Source {

    @Override
    public Optional<String> value(String key) {
      return Optional.ofNullable(values.get(key));
    }

    @Override
    public Set<String> names() {
      return values.keySet();
    }

    @Override
    public Set<String> declaredNames() {
      return values.keySet();
    }
  }
}
