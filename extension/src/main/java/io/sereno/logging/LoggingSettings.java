package io.sereno.logging;

import io.sereno.logging.format.FormatterContext;
import io.sereno.logging.format.Levels;
import io.sereno.settings.DataSize;
import io.sereno.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * Settings of logging, besides its formatters, handlers and loggers.
 *
 * @param scope {@code sereno.logging.scope}: {@code application} stands beside the server's
 *     handlers and writes the application's own records, {@code server} takes the place of the root
 *     logger's handlers until the application is undeployed; {@code application} by default
 * @param rootLevel {@code sereno.logging.root.level}: the level of all loggers that have none of
 *     their own; INFO by default
 * @param maxLine {@code sereno.logging.max-line-bytes}: the longest line, in bytes; the longest
 *     value in it is cut; 16KiB by default, 1KiB at least
 * @param environment {@code sereno.environment}: where the application runs; {@code production} is
 *     warned of what does not belong there
 * @param applicationLoggers {@code sereno.logging.application-loggers}: loggers whose records are
 *     the application's on any thread, with those below them; none by default
 * @param disableExisting {@code sereno.logging.disable-existing-loggers}: silences the loggers that
 *     are there when the application starts and that the settings do not name; false by default
 */
public record LoggingSettings(
    Scope scope,
    Level rootLevel,
    DataSize maxLine,
    Optional<String> environment,
    List<String> applicationLoggers,
    boolean disableExisting) {

  private static final String PREFIX = "sereno.logging.";
  private static final String ENABLED = PREFIX + "enabled";
  private static final String SCOPE = PREFIX + "scope";
  private static final String ROOT_LEVEL = PREFIX + "root.level";
  private static final String MAX_LINE_BYTES = PREFIX + "max-line-bytes";
  private static final String APPLICATION_LOGGERS = PREFIX + "application-loggers";
  private static final String DISABLE_EXISTING = PREFIX + "disable-existing-loggers";
  private static final String ENVIRONMENT = "sereno.environment";
  private static final String PRODUCTION = "production";

  /** Whose records are written. */
  public enum Scope {
    APPLICATION,
    SERVER
  }

  public LoggingSettings {
    applicationLoggers = List.copyOf(applicationLoggers);
  }

  /**
   * Whether there is to be any logging of ours, {@code sereno.logging.enabled}: handlers and
   * {@code @Logged}; true by default. If not, what else is said of it is of no account.
   */
  static boolean enabled(Settings settings) {
    boolean enabled = settings.flag(ENABLED, true);
    if (!enabled) {
      settings.ignore("sereno.logging");
      settings.ignore("sereno.loggers");
      settings.ignore(ENVIRONMENT);
    }
    return enabled;
  }

  public static LoggingSettings read(Settings settings) {
    return new LoggingSettings(
        settings.choice(SCOPE, Scope.APPLICATION),
        settings.value(ROOT_LEVEL, Level.INFO, Levels.REMEDY, Levels::parse),
        settings.size(MAX_LINE_BYTES, FormatterContext.LONGEST_LINE, new DataSize(1_024)),
        settings.text(ENVIRONMENT),
        settings.list(APPLICATION_LOGGERS),
        settings.flag(DISABLE_EXISTING, false));
  }

  /** Warns of what the guide forbids where the application is in production. */
  void warnOfProduction(Settings settings, Dictionary dictionary) {
    if (environment.filter(PRODUCTION::equalsIgnoreCase).isEmpty()) {
      return;
    }
    if (rootLevel.intValue() < Level.INFO.intValue()) {
      settings.warn(ROOT_LEVEL, rootWord(), "DEBUG is for development: write INFO");
    }
    if (dictionary.onlyFiles()) {
      settings.warn(
          "sereno.logging.root.handlers",
          String.join(",", dictionary.rootHandlers()),
          "do not leave the logs of production in files alone: add console or a central system");
    }
  }

  /** Warns of a root level that changes nothing: the server's own lets less through. */
  void warnOfServersLevel(Settings settings, @Nullable Level servers) {
    if (scope == Scope.APPLICATION
        && applicationLoggers.isEmpty()
        && servers != null
        && rootLevel.intValue() < servers.intValue()) {
      settings.warn(
          ROOT_LEVEL,
          rootWord(),
          "the server's root is at %s: name your loggers in %s, or set the levels of each"
              .formatted(Levels.word(servers.intValue()), APPLICATION_LOGGERS));
    }
  }

  private String rootWord() {
    return Levels.word(rootLevel.intValue());
  }
}
