package io.sereno.extension;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.settings.Settings;
import io.sereno.settings.TestSettings;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

/** Compares docs/configuration.md with the keys that the code asks for. */
class ConfigurationPageTest {

  private static final Path PAGE = Path.of("..", "docs", "configuration.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(sereno\\.[a-z.-]+)` \\|");

  @Test
  void namesEveryKeyAndNoOther() throws IOException {
    Set<String> documented =
        ROW.matcher(Files.readString(PAGE))
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(documented).isEqualTo(keysAskedFor());
  }

  private static Set<String> keysAskedFor() {
    Set<String> asked = new TreeSet<>();
    Config config = TestSettings.config(Map.of());
    Config listening =
        (Config)
            Proxy.newProxyInstance(
                Config.class.getClassLoader(),
                new Class<?>[] {Config.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("getOptionalValue")) {
                    asked.add((String) arguments[0]);
                  }
                  return method.invoke(config, arguments);
                });
    new Sereno(new Settings(listening), ConfigurationPageTest.class.getClassLoader());
    return asked;
  }
}
