package io.sereno.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.figures.Figures;
import io.sereno.settings.Settings;
import io.sereno.settings.TestSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide's dictionary, and what else can be said in its way. */
class GuideTest {

  private static final List<String> LOGGERS =
      List.of("django", "myapp", "myapp.quiet", "myapp.noisy");

  @TempDir Path folder;

  private final Map<String, String> keys = new LinkedHashMap<>();

  @AfterEach
  void forget() {
    LOGGERS.forEach(name -> Logger.getLogger(name).setLevel(null));
  }

  @Test
  void theGuidesKeysGiveTheGuidesLines() throws IOException {
    guide();

    Settings settings =
        logging(
            () -> {
              log("django", "com.acme.framework.Requests");
              log("myapp", "com.acme.shop.Invoices");
              log("other.library", "org.example.Other");
            });

    assertThat(settings.problems()).isEmpty();
    assertThat(settings.warnings()).isEmpty();
    assertThat(lines("app.log"))
        .containsExactly(
            "WARNING <time> django django at WARNING",
            "ERROR <time> django django at SEVERE",
            "DEBUG <time> myapp myapp at FINE",
            "INFO <time> myapp myapp at INFO",
            "WARNING <time> myapp myapp at WARNING",
            "ERROR <time> myapp myapp at SEVERE",
            "INFO <time> library other.library at INFO",
            "WARNING <time> library other.library at WARNING",
            "ERROR <time> library other.library at SEVERE");
  }

  @Test
  void propagateAndNoneAndLevelsOfHandlers() throws IOException {
    keys.put("sereno.logging.handlers.all.type", "file");
    keys.put("sereno.logging.handlers.all.filename", folder.resolve("all.log").toString());
    keys.put("sereno.logging.handlers.all.formatter", "simple");
    keys.put("sereno.logging.handlers.errors.type", "file");
    keys.put("sereno.logging.handlers.errors.filename", folder.resolve("errors.log").toString());
    keys.put("sereno.logging.handlers.errors.level", "ERROR");
    keys.put("sereno.logging.handlers.errors.formatter", "simple");
    keys.put("sereno.logging.root.handlers", "all,errors");
    keys.put("sereno.logging.loggers.\"myapp.quiet\".handlers", "none");
    keys.put("sereno.logging.loggers.\"myapp.quiet\".propagate", "false");
    keys.put("sereno.logging.loggers.myapp.noisy.handlers", "all");

    logging(
        () -> {
          log("myapp.quiet.below", "x");
          log("myapp.noisy", "x");
        });

    assertThat(lines("all.log"))
        .containsExactly(
            "INFO myapp.noisy at INFO",
            "WARNING myapp.noisy at WARNING",
            "ERROR myapp.noisy at SEVERE");
    assertThat(lines("errors.log")).containsExactly("ERROR myapp.noisy at SEVERE");
  }

  @Test
  void existingLoggersCanBeDisabled() throws IOException {
    Logger existing = Logger.getLogger("existing.before");
    Logger named = Logger.getLogger("named.before.below");
    file();
    keys.put("sereno.logging.disable-existing-loggers", "true");
    keys.put("sereno.logging.loggers.\"named.before\".level", "WARNING");

    logging(
        () -> {
          existing.severe("silent");
          named.severe("heard");
          Logger.getLogger("made.after").severe("heard too");
        });

    assertThat(lines("app.log")).containsExactly("ERROR heard", "ERROR heard too");
    assertThat(existing.isLoggable(Level.SEVERE)).isTrue();
  }

  @Test
  void anAuditIsHeardUnderAQuietRoot() throws IOException {
    file();
    keys.put("sereno.logging.root.level", "ERROR");

    logging(() -> Logger.getLogger("io.sereno.audit").info("clerk invoice.approve"));

    assertThat(lines("app.log")).containsExactly("INFO clerk invoice.approve");
  }

  @Test
  void anAuditWithHandlersOfItsOwnIsHeardToo() throws IOException {
    file();
    keys.put("sereno.logging.root.level", "ERROR");
    keys.put("sereno.logging.root.handlers", "none");
    keys.put("sereno.logging.loggers.\"io.sereno.audit\".handlers", "file");

    logging(() -> Logger.getLogger("io.sereno.audit").info("clerk invoice.approve"));

    assertThat(lines("app.log")).containsExactly("INFO clerk invoice.approve");
  }

  @Test
  void onlyTheApplicationsRecordsAreWritten() throws IOException {
    file();
    keys.put("sereno.logging.application-loggers", "com.acme");

    logging(
        () -> {
          Thread thread = Thread.currentThread();
          ClassLoader own = thread.getContextClassLoader();
          thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
          try {
            Logger.getLogger("of.the.server").severe("not ours");
            Logger.getLogger("com.acme.Timers").severe("ours by name");
          } finally {
            thread.setContextClassLoader(own);
          }
          Logger.getLogger("of.the.server").severe("ours by thread");
        });

    assertThat(lines("app.log")).containsExactly("ERROR ours by name", "ERROR ours by thread");
  }

  @Test
  void theRootsLevelReachesTheLoggersThatAreTheApplications() throws IOException {
    file();
    keys.put("sereno.logging.root.level", "DEBUG");
    keys.put("sereno.logging.application-loggers", "myapp");

    logging(
        () -> {
          Logger.getLogger("myapp.Invoices").fine("detail");
          Logger.getLogger("other.Invoices").fine("the server's level holds");
        });

    assertThat(lines("app.log")).containsExactly("DEBUG detail");
    assertThat(Logger.getLogger("").getLevel()).isEqualTo(Level.INFO);
  }

  /** The guide's LOGGING, as keys. */
  private void guide() {
    file();
    keys.put("sereno.logging.disable-existing-loggers", "false");
    keys.put(
        "sereno.logging.formatters.verbose.format", "{levelname} {asctime} {module} {message}");
    keys.put("sereno.logging.formatters.verbose.style", "{");
    keys.put("sereno.logging.formatters.simple.format", "{levelname} {message}");
    keys.put("sereno.logging.formatters.simple.style", "{");
    keys.put("sereno.logging.handlers.console.type", "console");
    keys.put("sereno.logging.handlers.console.formatter", "verbose");
    keys.put("sereno.logging.handlers.file.type", "file");
    keys.put("sereno.logging.handlers.file.formatter", "verbose");
    keys.put("sereno.logging.root.handlers", "console,file");
    keys.put("sereno.logging.root.level", "INFO");
    keys.put("sereno.logging.loggers.django.handlers", "console,file");
    keys.put("sereno.logging.loggers.django.level", "WARNING");
    keys.put("sereno.logging.loggers.django.propagate", "false");
    keys.put("sereno.logging.loggers.myapp.handlers", "console,file");
    keys.put("sereno.logging.loggers.myapp.level", "DEBUG");
    keys.put("sereno.logging.loggers.myapp.propagate", "false");
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

  private Settings logging(Runnable work) {
    Settings settings = TestSettings.of(keys);
    Logging logging = TestLogging.of(settings, new Figures());
    logging.start();
    try {
      work.run();
    } finally {
      logging.stop();
    }
    return settings;
  }

  private static void log(String logger, String caller) {
    for (Level level : List.of(Level.FINER, Level.FINE, Level.INFO, Level.WARNING, Level.SEVERE)) {
      Logger.getLogger(logger).logp(level, caller, "work", logger + " at " + level.getName());
    }
  }

  private List<String> lines(String file) throws IOException {
    try (Stream<String> lines = Files.lines(folder.resolve(file))) {
      return lines
          .map(
              line ->
                  line.replaceFirst("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2},\\d{3}", "<time>"))
          .toList();
    }
  }
}
