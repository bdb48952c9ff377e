package io.sereno.redaction;

import io.sereno.settings.Settings;
import java.util.List;

/**
 * Settings of redaction, which cannot be switched off.
 *
 * @param names {@code sereno.redaction.names}: names of values to mask besides the built-in ones;
 *     case, {@code -}, {@code _} and {@code .} do not matter, and a name counts wherever it stands
 *     inside a longer one; none by default
 */
public record RedactionSettings(List<String> names) {

  private static final String NAMES = "sereno.redaction.names";

  public RedactionSettings {
    names = List.copyOf(names);
  }

  public static RedactionSettings read(Settings settings) {
    return new RedactionSettings(settings.list(NAMES));
  }
}
