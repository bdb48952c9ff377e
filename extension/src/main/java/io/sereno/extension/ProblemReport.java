package io.sereno.extension;

import static java.util.stream.Collectors.joining;

import io.sereno.settings.Problem;
import io.sereno.settings.Settings;
import io.sereno.settings.UnknownKey;
import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with an application's settings, in one message. */
record ProblemReport(List<Problem> problems, List<Problem> warnings, List<UnknownKey> unknown) {

  static ProblemReport of(Settings settings) {
    return new ProblemReport(settings.problems(), settings.warnings(), settings.unknownKeys());
  }

  /** Whether the application cannot be deployed like this. */
  boolean refuses() {
    return !problems.isEmpty();
  }

  /** Whether there is something to tell at all. */
  boolean warns() {
    return refuses() || !warnings.isEmpty() || !unknown.isEmpty();
  }

  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    part(parts, "cannot be used:", problems);
    part(parts, "some are unwise:", warnings);
    part(parts, "some mean nothing:", unknown);
    return "Sereno's settings" + (refuses() ? " " : ": ") + String.join("\nand ", parts);
  }

  private static void part(List<String> parts, String title, List<?> entries) {
    if (!entries.isEmpty()) {
      parts.add(title + entries.stream().map(entry -> "\n  " + entry).collect(joining()));
    }
  }
}
