package io.sereno.context;

import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Paths in which the parameters that a template calls by the name of a secret are masked: {@code
 * /reset/***} for {@code /reset/{token}}.
 */
final class PathParameters {

  private static final String MASK = "***";

  private PathParameters() {}

  /** The path, masked from there on if it cannot be told where the secret ends. */
  static String masked(String path, String template, Predicate<String> isSecret) {
    if (!hasSecret(template, isSecret)) {
      return path;
    }
    String[] names = template.split("/", -1);
    String[] parts = path.split("/", -1);
    boolean aligned = names.length == parts.length;
    for (int i = 0; i < Math.min(names.length, parts.length); i++) {
      if (hasSecret(names[i], isSecret)) {
        parts[i] = MASK;
        if (!aligned) {
          return String.join("/", Arrays.copyOf(parts, i + 1));
        }
      }
    }
    return String.join("/", parts);
  }

  private static boolean hasSecret(String template, Predicate<String> isSecret) {
    int begin = template.indexOf('{');
    while (begin >= 0) {
      int end = template.indexOf('}', begin);
      if (end > begin && isSecret.test(template.substring(begin + 1, end).strip())) {
        return true;
      }
      begin = template.indexOf('{', begin + 1);
    }
    return false;
  }
}
