package io.sereno.logging;

import io.sereno.Severity;
import io.sereno.settings.DataSize;
import io.sereno.settings.Settings;

/**
 * Settings of logging.
 *
 * @param enabled {@code sereno.logging.enabled}: the console handler and {@code @Logged}; true by
 *     default
 * @param scope {@code sereno.logging.scope}: {@code application} adds a handler for the
 *     application's own records beside the server's handlers, {@code server} takes the place of the
 *     root logger's handlers until the application is undeployed; {@code application} by default
 * @param rootLevel {@code sereno.logging.root.level}: the least severity that is printed; INFO by
 *     default. A logger that the server keeps at a higher level stays there.
 * @param maxLine {@code sereno.logging.max-line-bytes}: the longest line, in bytes; the longest
 *     value in it is cut; 16KiB by default, 1KiB at least
 */
public record LoggingSettings(boolean enabled, Scope scope, Severity rootLevel, DataSize maxLine) {

  private static final String ENABLED = "sereno.logging.enabled";
  private static final String SCOPE = "sereno.logging.scope";
  private static final String ROOT_LEVEL = "sereno.logging.root.level";
  private static final String MAX_LINE_BYTES = "sereno.logging.max-line-bytes";

  /** Whose records are printed. */
  public enum Scope {
    APPLICATION,
    SERVER
  }

  public static LoggingSettings read(Settings settings) {
    return new LoggingSettings(
        settings.flag(ENABLED, true),
        settings.choice(SCOPE, Scope.APPLICATION),
        settings.severity(ROOT_LEVEL, Severity.INFO),
        settings.size(MAX_LINE_BYTES, new DataSize(16_384), new DataSize(1_024)));
  }
}
