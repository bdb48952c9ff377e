package io.sereno.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The names that users choose below a prefix: {@code console} in {@code
 * sereno.logging.handlers.console.level}. A name with dots stands in quotes, or where nothing else
 * can be meant without.
 */
final class Sections {

  private Sections() {}

  /**
   * By name, the prefix of its keys as it is written: {@code com.acme} and {@code
   * sereno.logging.loggers."com.acme"}.
   *
   * @param dotted whether a name without quotes may have dots, and its keys none
   */
  static Map<String, String> below(String prefix, Set<String> keys, boolean dotted) {
    Map<String, String> sections = new LinkedHashMap<>();
    String start = prefix + '.';
    for (String key : keys) {
      if (key.startsWith(start)) {
        String written = name(key.substring(start.length()), dotted);
        if (!written.isEmpty()) {
          sections.putIfAbsent(unquoted(written), start + written);
        }
      }
    }
    return sections;
  }

  private static String name(String rest, boolean dotted) {
    int end;
    if (rest.startsWith("\"")) {
      end = rest.indexOf("\".") + 1;
    } else {
      end = dotted ? rest.lastIndexOf('.') : rest.indexOf('.');
    }
    return end <= 0 ? "" : rest.substring(0, end);
  }

  private static String unquoted(String written) {
    return written.startsWith("\"") ? written.substring(1, written.length() - 1) : written;
  }
}
