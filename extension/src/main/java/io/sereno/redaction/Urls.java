package io.sereno.redaction;

import java.util.List;

/**
 * User information in URLs, {@code scheme://user:password@host}, of which the rest stays; and the
 * {@code user/password@} of Oracle's JDBC URLs.
 */
final class Urls implements Detector {

  private static final String ORACLE_THIN = "oracle:thin:";
  private static final String ORACLE_OCI = "oracle:oci:";

  /** A password that was not encoded may hold what ends the authority: look so far for the @. */
  private static final int FURTHER = 128;

  @Override
  public String kind() {
    return "user information in a URL";
  }

  @Override
  public List<String> triggers() {
    return List.of(":");
  }

  @Override
  public long find(CharSequence text, int at, int from, boolean truncated) {
    if (Chars.startsWith(text, at, "://")) {
      return userInfo(text, at + 3);
    }
    boolean oracle =
        Chars.startsWithIgnoringCase(text, at + 1 - ORACLE_THIN.length(), ORACLE_THIN)
            || Chars.startsWithIgnoringCase(text, at + 1 - ORACLE_OCI.length(), ORACLE_OCI);
    return oracle ? oracleUser(text, at + 1) : Span.NONE;
  }

  private static long userInfo(CharSequence text, int start) {
    int at = -1;
    int colon = -1;
    int i = start;
    while (i < text.length() && !endsAuthority(text.charAt(i))) {
      char c = text.charAt(i);
      if (c == '@') {
        at = i;
      } else if (c == ':' && colon < 0) {
        colon = i;
      }
      i++;
    }
    if (at < 0 && colon > start && hasNoPort(text, colon, i)) {
      at = laterAt(text, i);
    }
    return at < 0 || isHarmless(text, start, at) ? Span.NONE : Span.of(start, at);
  }

  private static boolean endsAuthority(char c) {
    return c == '/' || c == '?' || c == '#' || endsUrl(c);
  }

  private static boolean endsUrl(char c) {
    return switch (c) {
      case '"', '\'', '<', '>', '`', '\\', '|', '{', '}' -> true;
      default -> Chars.isWhitespace(c);
    };
  }

  /** Whether what follows a colon cannot be a port; an IPv6 address begins with a bracket. */
  private static boolean hasNoPort(CharSequence text, int colon, int end) {
    return text.charAt(colon - 1) != '['
        && colon + 1 < end
        && Alphabet.DIGITS.end(text, colon + 1, end) < end;
  }

  private static int laterAt(CharSequence text, int from) {
    int last = Math.min(text.length(), from + FURTHER);
    for (int i = from; i < last && !endsUrl(text.charAt(i)); i++) {
      if (text.charAt(i) == '@') {
        return i;
      }
    }
    return -1;
  }

  private static long oracleUser(CharSequence text, int start) {
    int i = start;
    boolean slash = false;
    int last = Math.min(text.length(), start + FURTHER);
    while (i < last && text.charAt(i) != '@' && !endsUrl(text.charAt(i))) {
      slash |= text.charAt(i) == '/';
      i++;
    }
    boolean found = slash && (i == text.length() || text.charAt(i) == '@');
    return found && !isHarmless(text, start, i) ? Span.of(start, i) : Span.NONE;
  }

  /** A mask, or the user that all clones of Git have. */
  private static boolean isHarmless(CharSequence text, int start, int end) {
    return Values.isMask(text, start, end) || Chars.equalsIgnoringCase(text, start, end, "git");
  }
}
