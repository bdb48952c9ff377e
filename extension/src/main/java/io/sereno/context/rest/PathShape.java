package io.sereno.context.rest;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which paths a template matches.
 *
 * @param template as people read it
 * @param pattern what the path must be
 * @param literals how many characters stand outside of braces: the more, the more particular it is
 */
record PathShape(String template, Pattern pattern, int literals) {

  private static final String ANY_SEGMENT = "[^/]+";
  private static final String ANY_REST = "(/.*)?";

  /** Of a path as it is written in {@code @Path}, or with {@code /*} at its end for all below. */
  static PathShape of(String path) {
    boolean open = path.endsWith("/*");
    String closed = open ? path.substring(0, path.length() - 2) : path;
    StringBuilder pattern = new StringBuilder();
    int literals = 0;
    int at = 0;
    while (at < closed.length()) {
      int end = closed.charAt(at) == '{' ? endOfBraces(closed, at) : nextBrace(closed, at);
      String part = closed.substring(at, end);
      if (closed.charAt(at) == '{') {
        pattern.append("(?:").append(expression(part)).append(')');
      } else {
        pattern.append(Pattern.quote(part));
        literals += part.length();
      }
      at = end;
    }
    return new PathShape(
        Templates.plain(path), compile(pattern + (open ? ANY_REST : "")), literals);
  }

  boolean matches(String path) {
    return pattern.matcher(path).matches();
  }

  /** The servers have read it too, but perhaps understood more. */
  private static Pattern compile(String pattern) {
    try {
      return Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      return Pattern.compile(".*");
    }
  }

  private static String expression(String braces) {
    int colon = braces.indexOf(':');
    return colon < 0 ? ANY_SEGMENT : braces.substring(colon + 1, braces.length() - 1).strip();
  }

  private static int nextBrace(String path, int start) {
    int brace = path.indexOf('{', start);
    return brace < 0 ? path.length() : brace;
  }

  private static int endOfBraces(String path, int start) {
    int depth = 0;
    for (int i = start; i < path.length(); i++) {
      depth += path.charAt(i) == '{' ? 1 : path.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return path.length();
  }
}
