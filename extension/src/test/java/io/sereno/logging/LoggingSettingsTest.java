package io.sereno.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.settings.Problem;
import io.sereno.settings.Settings;
import io.sereno.settings.TestSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a deployment is told of its keys for logging. */
class LoggingSettingsTest {

  @TempDir Path folder;

  private final Map<String, String> keys = new LinkedHashMap<>();

  @Test
  void everyProblemIsTold() {
    keys.put("sereno.logging.root.handlers", "console,syslog");
    keys.put("sereno.logging.root.level", "LOUD");
    keys.put("sereno.logging.handlers.mail.type", "smtp");
    keys.put("sereno.logging.handlers.app.type", "file");
    keys.put("sereno.logging.handlers.app.formatter", "fancy");
    keys.put("sereno.logging.handlers.app.filter.sample-rate", "2");
    keys.put("sereno.logging.handlers.here.type", "file");
    keys.put("sereno.logging.handlers.here.filename", folder.toString());
    keys.put("sereno.logging.formatters.fine.type", "xml");
    keys.put("sereno.logging.loggers.\"com.acme\".level", "QUIET");
    keys.put("sereno.logging.loggers.\"com.acme\".handlers", "app,here");

    assertThat(read().problems())
        .containsExactly(
            new Problem(
                "sereno.logging.root.level",
                "LOUD",
                "write one of DEBUG, INFO, WARNING, ERROR, CRITICAL"),
            new Problem("sereno.logging.formatters.fine.type", "xml", "write one of text, json"),
            new Problem(
                "sereno.logging.loggers.\"com.acme\".level",
                "QUIET",
                "write one of DEBUG, INFO, WARNING, ERROR, CRITICAL"),
            new Problem(
                "sereno.logging.root.handlers",
                "console,syslog",
                "name handlers with commas between them, or none;"
                    + " defined are app, console, file, here, mail"),
            new Problem(
                "sereno.logging.handlers.app.filename",
                "",
                "write the path of a file, such as /var/log/acme/app.log"),
            new Problem(
                "sereno.logging.handlers.app.filter.sample-rate",
                "2",
                "write a number from 0 to 1"),
            new Problem(
                "sereno.logging.handlers.app.formatter",
                "fancy",
                "write one of fine, json, simple, verbose"),
            new Problem(
                "sereno.logging.handlers.here.filename",
                folder.toString(),
                "write the path of a file, such as /var/log/acme/app.log"),
            new Problem("sereno.logging.handlers.mail.type", "smtp", "write one of console, file"));
  }

  @Test
  void twoHandlersDoNotShareAFile() {
    file();
    keys.put("sereno.logging.root.handlers", "file,more");
    keys.put("sereno.logging.handlers.more.type", "file");
    keys.put("sereno.logging.handlers.more.filename", folder.resolve("app.log").toString());

    assertThat(read().problems())
        .containsExactly(
            new Problem(
                "sereno.logging.handlers.more.filename",
                folder.resolve("app.log").toString(),
                "write another file than that of sereno.logging.handlers.file.filename"));
  }

  @Test
  void oneFileHasManyPaths() {
    file();
    keys.put("sereno.logging.root.handlers", "file,more");
    keys.put("sereno.logging.handlers.more.type", "file");
    keys.put("sereno.logging.handlers.more.filename", folder + "/./none/../app.log");

    assertThat(read().problems())
        .containsExactly(
            new Problem(
                "sereno.logging.handlers.more.filename",
                folder + "/./none/../app.log",
                "write another file than that of sereno.logging.handlers.file.filename"));
  }

  @Test
  void whatIsOffIsNotLookedAt() {
    keys.put("sereno.logging.enabled", "false");
    keys.put("sereno.logging.root.handlers", "file,nothing");
    keys.put("sereno.logging.root.level", "LOUD");
    keys.put("sereno.logging.handlers.pigeon.loft", "roof");
    keys.put("sereno.loggers.path", "nowhere");
    keys.put("sereno.environment", "production");
    Settings settings = TestSettings.of(keys);

    assertThat(Logging.read(settings, TestLogging.surroundings())).isEmpty();
    assertThat(settings.problems()).isEmpty();
    assertThat(settings.warnings()).isEmpty();
    assertThat(settings.unknownKeys()).isEmpty();
  }

  @Test
  void theRootIsNoLoggerAmongOthers() {
    keys.put("sereno.logging.loggers.ROOT.level", "DEBUG");
    keys.put("sereno.logging.loggers.\"\".level", "DEBUG");

    assertThat(read().problems())
        .containsExactlyInAnyOrder(
            new Problem(
                "sereno.logging.loggers.ROOT.level",
                "ROOT",
                "write what is for the root below sereno.logging.root"),
            new Problem(
                "sereno.logging.loggers.\"\".level",
                "",
                "write what is for the root below sereno.logging.root"));
  }

  @Test
  void collapsingCanBeSwitchedOffAgain() {
    keys.put("sereno.logging.handlers.console.collapse", "none");

    assertThat(read().problems()).isEmpty();
  }

  @Test
  void filesAloneAreFilesWhateverTheirNames() {
    file();
    keys.put("sereno.environment", "production");
    keys.put("sereno.logging.handlers.app.type", "file");
    keys.put("sereno.logging.handlers.app.filename", folder.resolve("other.log").toString());
    keys.put("sereno.logging.root.handlers", "app,file");

    assertThat(read().warnings())
        .containsExactly(
            new Problem(
                "sereno.logging.root.handlers",
                "app,file",
                "do not leave the logs of production in files alone:"
                    + " add console or a central system"));
  }

  @Test
  void whatTheGuideForbidsInProductionIsWarnedOf() {
    file();
    keys.put("sereno.environment", "production");
    keys.put("sereno.logging.root.level", "DEBUG");
    keys.put("sereno.logging.handlers.spare.type", "console");

    assertThat(read().warnings())
        .containsExactly(
            new Problem(
                "sereno.logging.handlers.spare.type",
                "spare",
                "no logger names this handler, so it writes nothing"),
            new Problem(
                "sereno.logging.root.level", "DEBUG", "DEBUG is for development: write INFO"),
            new Problem(
                "sereno.logging.root.handlers",
                "file",
                "do not leave the logs of production in files alone:"
                    + " add console or a central system"),
            new Problem(
                "sereno.logging.root.level",
                "DEBUG",
                "the server's root is at INFO: name your loggers in"
                    + " sereno.logging.application-loggers, or set the levels of each"));
  }

  @Test
  void aMisspeltKeyHasANeighbour() {
    keys.put("sereno.logging.loggers.\"com.acme\".lvel", "DEBUG");
    keys.put("sereno.logging.handlers.console.formater", "json");

    assertThat(read().unknownKeys())
        .extracting(Object::toString)
        .containsExactly(
            "sereno.logging.handlers.console.formater"
                + " (did you mean sereno.logging.handlers.console.formatter?)",
            "sereno.logging.loggers.\"com.acme\".lvel"
                + " (did you mean sereno.logging.loggers.\"com.acme\".level?)");
  }

  private void file() {
    keys.put("sereno.logging.handlers.file.filename", folder.resolve("app.log").toString());
    keys.put("sereno.logging.handlers.file.formatter", "simple");
    keys.put("sereno.logging.root.handlers", "file");
  }

  private Settings read() {
    Settings settings = TestSettings.of(keys);
    assertThat(TestLogging.of(settings)).isNotNull();
    return settings;
  }
}
