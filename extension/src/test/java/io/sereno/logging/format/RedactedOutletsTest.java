package io.sereno.logging.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.redaction.SecretSamples;
import io.sereno.redaction.SecretSamples.Positive;
import io.sereno.settings.Settings;
import io.sereno.settings.TestSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of secret, wherever an application can put a text, in the lines of each formatter. */
class RedactedOutletsTest {

  private static final List<LineFormatter> FORMATTERS =
      List.of(
          new JsonFormatter(TestSettings.of(Map.of()), TestFormatters.around()),
          new JsonFormatter(
              TestSettings.of(Map.of("schema", "logstash", "stack-trace.root-first", "true")),
              TestFormatters.around()),
          new TextFormatter(
              TestSettings.of(
                  Map.of(
                      "format",
                      "{levelname} {name} {thread} {user.name} {some.key} {some.field} {message}")),
              TextFormatter.VERBOSE,
              TestFormatters.around()));

  /** Where nobody puts a text of his own: these stand in lines as they are. */
  private static final Set<HostilePlace> NAMES =
      EnumSet.of(HostilePlace.FIELD_CHAR, HostilePlace.CHAR_PARAMETER, HostilePlace.FRAMES);

  /** Where a text is followed by ours, so that it cannot be seen that its end was cut off. */
  private static final Set<HostilePlace> INSIDE =
      EnumSet.of(HostilePlace.STRING_PARAMETER, HostilePlace.OBJECT_PARAMETER);

  @ParameterizedTest
  @EnumSource
  void noSecretComesOutOfAnyPlace(HostilePlace place) {
    if (NAMES.contains(place)) {
      return;
    }
    List<String> shown = new ArrayList<>();
    for (Positive positive : SecretSamples.positives()) {
      if (INSIDE.contains(place) && positive.atEndOnly()) {
        continue;
      }
      for (LineFormatter formatter : FORMATTERS) {
        String line = line(formatter, HostileRecord.with(positive.line(), place));
        if (line.contains(HostileOracle.readable(positive.secret()))) {
          shown.add(positive.kind() + ": " + line);
        }
      }
    }
    assertThat(shown).isEmpty();
  }

  @Test
  void noSecretComesOutOfAFieldOfEveryLine() {
    for (Positive positive : SecretSamples.positives()) {
      String value = positive.line().replace("\\", "").replace(",", "\\,");
      if (!value.equals(positive.line().replace(",", "\\,"))
          || value.contains("${")
          || value.contains("\n")) {
        continue; // settings have signs of their own
      }
      Settings own = TestSettings.of(Map.of("add", "labels.note=" + value.strip()));
      String line = line(new JsonFormatter(own, TestFormatters.around()), HostileRecord.with("x"));
      assertThat(line).doesNotContain(positive.secret());
    }
  }

  @Test
  void ordinaryLinesComeOutAsTheyAre() {
    LineFormatter simple =
        new TextFormatter(TestSettings.of(Map.of()), TextFormatter.SIMPLE, TestFormatters.around());
    for (String ordinary : SecretSamples.ordinary()) {
      HostileRecord written = HostileRecord.with(ordinary, HostilePlace.MESSAGE);
      assertThat(new String(written.through(simple), StandardCharsets.UTF_8))
          .isEqualTo("ERROR " + HostileOracle.readable(ordinary) + "\n");
    }
  }

  private static String line(LineFormatter formatter, HostileRecord record) {
    String line = new String(record.through(formatter), StandardCharsets.UTF_8);
    return line.replace("\\\"", "\"").replace("\\\\", "\\");
  }
}
