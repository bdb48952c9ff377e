package io.sereno.redaction;

import io.sereno.settings.Settings;
import java.util.List;

/**
 * Settings of redaction.
 *
 * <p>Of names, case, {@code -}, {@code _} and {@code .} do not matter.
 *
 * @param enabled {@code sereno.redaction.enabled}: masks by name and by value; what {@link
 *     io.sereno.Sensitive} marks is always masked; true by default
 * @param names {@code sereno.redaction.names}: names of values to mask besides the built-in ones; a
 *     name counts wherever it stands inside a longer one; none by default
 * @param notNames {@code sereno.redaction.not-names}: names of values to leave, although they are
 *     built in; none by default
 * @param emails {@code sereno.redaction.emails}: masks e-mail addresses inside of texts; false by
 *     default
 * @param keepLast4 {@code sereno.redaction.keep-last4}: names of values to mask but for their last
 *     four characters; a name counts wherever it stands inside a longer one; none by default
 */
public record RedactionSettings(
    boolean enabled,
    List<String> names,
    List<String> notNames,
    boolean emails,
    List<String> keepLast4) {

  private static final String PREFIX = "sereno.redaction.";
  private static final String ENABLED = "enabled";
  private static final String NAMES = "names";
  private static final String NOT_NAMES = "not-names";
  private static final String EMAILS = "emails";
  private static final String KEEP_LAST4 = "keep-last4";
  private static final String ENVIRONMENT = "sereno.environment";
  private static final String PRODUCTION = "production";

  public RedactionSettings {
    names = List.copyOf(names);
    notNames = List.copyOf(notNames);
    keepLast4 = List.copyOf(keepLast4);
  }

  /** The defaults, with these names besides the built-in ones. */
  public RedactionSettings(List<String> names) {
    this(true, names, List.of(), false, List.of());
  }

  public static RedactionSettings read(Settings settings) {
    RedactionSettings read = read(settings, PREFIX);
    boolean production =
        settings.text(ENVIRONMENT).filter(PRODUCTION::equalsIgnoreCase).isPresent();
    if (production && !read.enabled) {
      settings.warn(
          PREFIX + ENABLED, "false", "secrets must not be logged in production: write true");
    }
    return read;
  }

  /** The settings below another prefix. */
  public static RedactionSettings read(Settings settings, String prefix) {
    return new RedactionSettings(
        settings.flag(prefix + ENABLED, true),
        settings.list(prefix + NAMES),
        settings.list(prefix + NOT_NAMES),
        settings.flag(prefix + EMAILS, false),
        settings.list(prefix + KEEP_LAST4));
  }
}
