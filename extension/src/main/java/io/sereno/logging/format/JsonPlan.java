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
  private final KnownFrames frames = new KnownFrames();

  JsonPlan(JsonSettings settings, FormatterContext around) {
    this.settings = settings;
    this.around = around;
    this.layout = new JsonLayout(settings, around.redactor());
    settings.schema().layout(layout);
  }

  /** Tells what the settings name in vain. */
  void check(Settings own) {
    layout.check(own);
  }

  /** A line to write one record after another into. */
  JsonLine newLine() {
    return new JsonLine(settings, around, layout, frames);
  }
}
