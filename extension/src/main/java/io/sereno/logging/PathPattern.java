package io.sereno.logging;

import java.util.List;

/**
 * Paths that are alike: {@code /static} is that path and all below it, and {@code *} stands for
 * anything, slashes included.
 *
 * @param parts the texts between the stars
 */
record PathPattern(List<String> parts) {

  PathPattern {
    parts = List.copyOf(parts);
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it begins with neither a slash nor a star
   */
  static PathPattern parse(String text) {
    if (!text.matches("[/*]\\S*")) {
      throw new IllegalArgumentException(text);
    }
    String path =
        text.length() > 1 && text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    return new PathPattern(List.of(path.split("\\*", -1)));
  }

  boolean matches(String path) {
    if (!path.startsWith(parts.get(0))) {
      return false;
    }
    int at = parts.get(0).length();
    for (int i = 1; i < parts.size() - 1; i++) {
      int found = path.indexOf(parts.get(i), at);
      if (found < 0) {
        return false;
      }
      at = found + parts.get(i).length();
    }
    return parts.size() == 1 ? endsHere(path, at) : endsWithLast(path, at);
  }

  private static boolean endsHere(String path, int at) {
    return path.length() == at || path.charAt(at) == '/' || path.charAt(at - 1) == '/';
  }

  /** With the last part, or with what is below it. */
  private boolean endsWithLast(String path, int from) {
    String last = parts.get(parts.size() - 1);
    if (last.isEmpty()) {
      return true;
    }
    for (int at = path.indexOf(last, from); at >= 0; at = path.indexOf(last, at + 1)) {
      if (endsHere(path, at + last.length())) {
        return true;
      }
    }
    return false;
  }
}
