package io.sereno.logging;

import io.sereno.figures.Figures;
import io.sereno.logging.Logging.Surroundings;
import io.sereno.redaction.RedactionSettings;
import io.sereno.redaction.Redactor;
import io.sereno.settings.Settings;
import java.util.List;
import java.util.function.Consumer;

/** The logging of an application that is this test. */
final class TestLogging {

  private TestLogging() {}

  static Logging of(Settings settings) {
    return of(settings, new Figures());
  }

  static Logging of(Settings settings, Figures figures) {
    return of(settings, figures, change -> {});
  }

  static Logging of(Settings settings, Figures figures, Consumer<LevelChange> changes) {
    return Logging.read(settings, surroundings(figures, changes)).orElseThrow();
  }

  static Surroundings surroundings() {
    return surroundings(new Figures(), change -> {});
  }

  private static Surroundings surroundings(Figures figures, Consumer<LevelChange> changes) {
    return new Surroundings(
        new Redactor(new RedactionSettings(List.of())),
        figures,
        Thread.currentThread().getContextClassLoader(),
        changes);
  }
}
