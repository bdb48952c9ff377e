package io.sereno.logging.format;

import io.sereno.settings.Settings;

/**
 * How one formatter writes its lines, worked out once from its schema and its settings. Threads:
 * any.
 */
final class JsonPlan {

  private final JsonSettings settings;
  private final FormatterContext around;
  private final JsonLayout layout;
  private final JsonPart[] parts;
  private final KnownFrames frames = new KnownFrames();

  JsonPlan(JsonSettings settings, FormatterContext around) {
    this.settings = settings;
    this.around = around;
    this.layout = new JsonLayout(settings, around.redactor());
    settings.schema().layout(layout);
    this.parts = layout.parts();
  }

  /** Tells what the settings name in vain. */
  void check(Settings own) {
    layout.check(own);
  }

  /** A line to write one record after another into. */
  JsonLine newLine() {
    return new JsonLine(settings, around, layout.taken(), frames);
  }

  /** Writes a line; it is written again, measured, if it is too long. */
  void write(JsonLine line) {
    line.begin(false);
    writeParts(line);
    if (!line.end()) {
      line.begin(true);
      writeParts(line);
      line.end();
    }
  }

  private void writeParts(JsonLine line) {
    LogEntry entry = line.entry();
    for (JsonPart part : parts) {
      part.write(entry, line);
    }
  }
}
