package io.sereno.extension;

import io.sereno.settings.Problem;
import io.sereno.settings.Settings;
import io.sereno.settings.UnknownKey;
import java.util.List;

/** Everything that is wrong with an application's settings, in one message. */
record ProblemReport(List<Problem> problems, List<UnknownKey> unknown) {

  static ProblemReport of(Settings settings) {
    return new ProblemReport(settings.problems(), settings.unknownKeys());
  }

  /** Whether the application cannot be deployed like this. */
  boolean refuses() {
    return !problems.isEmpty();
  }

  /** Whether there is something to tell at all. */
  boolean warns() {
    return refuses() || !unknown.isEmpty();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Sereno's settings");
    if (refuses()) {
      text.append(" cannot be used:");
      problems.forEach(problem -> text.append("\n  ").append(problem));
    }
    if (!unknown.isEmpty()) {
      text.append(refuses() ? "\nand some mean nothing:" : ": some mean nothing:");
      unknown.forEach(key -> text.append("\n  ").append(key));
    }
    return text.toString();
  }
}
