package io.sereno.logging.format;

import io.sereno.redaction.RedactionSettings;
import io.sereno.redaction.Redactor;
import io.sereno.settings.DataSize;
import io.sereno.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** What formatters need around them. */
public final class TestFormatters {

  private TestFormatters() {}

  public static FormatterContext around() {
    return around(16_384, Optional.empty());
  }

  public static FormatterContext around(int longest, Optional<String> environment) {
    return new FormatterContext(
        new Redactor(new RedactionSettings(List.of())),
        new DataSize(longest),
        environment,
        FormatterContext.ownSchemas(),
        new LongAdder(),
        true);
  }

  static JsonPlan plan(int longest) {
    FormatterContext around = around(longest, Optional.empty());
    Settings none = new ServerProperties(TestFormatters.class).settings();
    return new JsonPlan(JsonSettings.read(none, around), around);
  }
}
