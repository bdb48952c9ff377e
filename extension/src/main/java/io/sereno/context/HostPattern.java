package io.sereno.context;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names of hosts: {@code api.acme.com} itself, {@code *.acme.com} for all below {@code acme.com},
 * or {@code *} for any.
 */
record HostPattern(String text) {

  static final HostPattern ANY = new HostPattern("*");

  static final String REMEDY =
      "write names of hosts such as api.acme.com or *.acme.com, * for all, or none";

  /** A name, perhaps with an asterisk in the place of its first labels, or an address. */
  private static final Pattern FORM =
      Pattern.compile("\\*|(\\*\\.)?[\\w-]+(\\.[\\w-]+)*|\\[[0-9A-Fa-f:.]+]");

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException if the text is none
   */
  static HostPattern parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return new HostPattern(text.toLowerCase(Locale.ROOT));
  }

  /**
   * Whether it is the name of this host.
   *
   * @param host as it stands in a URI, in any case
   */
  boolean matches(String host) {
    return text.startsWith("*")
        ? host.toLowerCase(Locale.ROOT).endsWith(text.substring(1))
        : host.equalsIgnoreCase(text);
  }
}
