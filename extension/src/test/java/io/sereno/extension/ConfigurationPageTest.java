package io.sereno.extension;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.settings.MicroProfileSource;
import io.sereno.settings.Settings;
import io.sereno.settings.Source;
import io.sereno.settings.TestSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Compares docs/configuration.md with the keys that the code asks for. */
class ConfigurationPageTest {

  private static final Path PAGE = Path.of("..", "docs", "configuration.md");
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `((?:sereno|mp)\\.[a-z0-9.<>\"-]+)` \\|");

  @Test
  void namesEveryKeyAndNoOther() throws IOException {
    Set<String> documented =
        ROW.matcher(Files.readString(PAGE))
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(documented).isEqualTo(keysAskedFor());
  }

  /** With one of each of what users name, so that all their keys are asked for. */
  private static Set<String> keysAskedFor() {
    Set<String> asked = new TreeSet<>();
    Source values =
        new MicroProfileSource(
            TestSettings.config(
                Map.of(
                    "sereno.logging.handlers.one.type", "console",
                    "sereno.logging.handlers.two.type", "file",
                    "sereno.logging.handlers.two.filename", "target/two.log",
                    "sereno.logging.formatters.one.type", "text",
                    "sereno.logging.formatters.two.type", "json",
                    "sereno.logging.loggers.one.level", "INFO",
                    "sereno.metrics.datasource.one.jndi", "java:app/jdbc/one")));
    Source listening =
        new Source() {
          @Override
          public Optional<String> value(String key) {
            asked.add(withPlaceholders(key));
            return values.value(key);
          }

          @Override
          public Set<String> names() {
            return values.names();
          }

          @Override
          public Set<String> declaredNames() {
            return values.declaredNames();
          }
        };
    new Sereno(new Settings(listening), ConfigurationPageTest.class.getClassLoader());
    return asked;
  }

  private static String withPlaceholders(String key) {
    return key.replaceFirst("(logging\\.(?:handlers|formatters))\\.[^.]+\\.", "$1.<name>.")
        .replaceFirst("(metrics\\.datasource)\\.[^.]+\\.", "$1.<name>.")
        .replaceFirst("(logging\\.loggers)\\..+\\.", "$1.\"<logger>\".");
  }
}
