package io.sereno.logging.format;

import io.sereno.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * How one formatter writes its lines, worked out once from its schema and its settings. Threads:
 * any.
 */
final class JsonPlan {

  private final JsonSettings settings;
  private final FormatterContext around;
  private final JsonLayout layout;
  private final List<Supplier<JsonPart>> parts;
  private final Map<String, Predicate<LogEntry>> taken;
  private final KnownFrames frames = new KnownFrames();

  JsonPlan(JsonSettings settings, FormatterContext around) {
    this.settings = settings;
    this.around = around;
    this.layout = new JsonLayout(settings, around.redactor());
    settings.schema().layout(layout);
    this.parts = layout.parts();
    this.taken = layout.taken();
  }

  /** Tells what the settings name in vain. */
  void check(Settings own) {
    layout.check(own);
  }

  JsonSettings settings() {
    return settings;
  }

  FormatterContext around() {
    return around;
  }

  /** The parts of one line, its own. */
  JsonPart[] newParts() {
    return parts.stream().map(Supplier::get).toArray(JsonPart[]::new);
  }

  /** The names of the fields as they are written, and whether a line has them. */
  Map<String, Predicate<LogEntry>> taken() {
    return taken;
  }

  /** Frames that were encoded for one line, for all of them. */
  KnownFrames frames() {
    return frames;
  }

  /** A line to write one record after another into. */
  JsonLine newLine() {
    return new JsonLine(this);
  }
}
