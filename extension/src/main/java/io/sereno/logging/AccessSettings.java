package io.sereno.logging;

import io.sereno.settings.Settings;
import java.util.List;
import java.util.Locale;

/**
 * Settings of the access log.
 *
 * @param enabled {@code sereno.logging.access.enabled}: a record of each request; true by default
 * @param exclude {@code sereno.logging.access.exclude}: paths below the context root that are not
 *     recorded, with all below them; {@code *} stands for anything; health and metrics by default
 * @param query {@code sereno.logging.access.query}: whether the query string is recorded; false by
 *     default
 * @param headers {@code sereno.logging.access.headers}: the request's headers that are recorded;
 *     none by default
 */
record AccessSettings(
    boolean enabled, List<PathPattern> exclude, boolean query, List<String> headers) {

  private static final String ENABLED = "sereno.logging.access.enabled";
  private static final String EXCLUDE = "sereno.logging.access.exclude";
  private static final String QUERY = "sereno.logging.access.query";
  private static final String HEADERS = "sereno.logging.access.headers";

  AccessSettings {
    exclude = List.copyOf(exclude);
    headers = List.copyOf(headers);
  }

  /**
   * Reads them.
   *
   * @param quiet the paths that are not recorded unless the settings say otherwise
   */
  static AccessSettings read(Settings settings, List<String> quiet) {
    return new AccessSettings(
        settings.flag(ENABLED, true),
        settings.list(
            EXCLUDE,
            quiet.stream().map(PathPattern::parse).toList(),
            "write paths below the context root, such as /static, /api/*/ping or *.css",
            PathPattern::parse),
        settings.flag(QUERY, false),
        settings.list(
            HEADERS, "write names of request headers, such as User-Agent", AccessSettings::header));
  }

  private static String header(String name) {
    if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]+")) {
      throw new IllegalArgumentException(name);
    }
    return name.toLowerCase(Locale.ROOT);
  }
}
