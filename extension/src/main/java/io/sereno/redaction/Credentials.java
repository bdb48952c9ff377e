package io.sereno.redaction;

import java.util.List;

/**
 * What stands behind the name of an authentication scheme (RFC 7235), in an {@code Authorization}
 * header or anywhere else: {@code Bearer …}, {@code Basic …}, {@code Digest username="…", …}.
 */
final class Credentials implements Detector {

  /** A run of letters that is no word. */
  private static final int NO_WORD = 16;

  @Override
  public String kind() {
    return "credentials of an authentication scheme";
  }

  @Override
  public List<String> triggers() {
    return Schemes.names().flatMap(Triggers::inAnyCase).distinct().toList();
  }

  @Override
  public long find(CharSequence text, int at, int from, boolean truncated) {
    int token = Schemes.token(text, at);
    if (token > 0) {
      int end = Schemes.tokenEnd(text, token);
      return end > token && isSecret(text, at, token, end) ? Span.of(token, end) : Span.NONE;
    }
    int parameters = Schemes.parameters(text, at);
    return parameters < 0 ? Span.NONE : Span.of(parameters, SchemeParameters.end(text, parameters));
  }

  private static boolean isSecret(CharSequence text, int scheme, int start, int end) {
    boolean challenge = text.charAt(end - 1) == '=' && Chars.at(text, end) == '"';
    if (challenge || Prose.is(text, start, end)) {
      return false;
    }
    char first = text.charAt(scheme);
    return switch (first) {
      case 'N', 'n', 'S', 's' -> end - start >= NO_WORD && isMixed(text, start, end);
      case 'B', 'b', 'D', 'd' ->
          Chars.startsWithIgnoringCase(text, scheme, "basic")
              ? isMixed(text, start, end) && BasicCredentials.is(text, start, end)
              : isBearer(text, first, start, end);
      default -> false;
    };
  }

  private static boolean isBearer(CharSequence text, char first, int start, int end) {
    if (isMixed(text, start, end)) {
      return true;
    }
    char next = Chars.at(text, end);
    boolean ends = next == 0 || Chars.isLineEnd(next) || Chars.isQuote(next) || next == ',';
    return end - start >= NO_WORD || (ends && first == 'B');
  }

  /** Whether it has a digit, or capitals that do not begin it. */
  private static boolean isMixed(CharSequence text, int start, int end) {
    boolean lower = false;
    boolean capital = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Chars.isDigit(c)) {
        return true;
      }
      lower |= c >= 'a' && c <= 'z';
      capital |= i > start && c >= 'A' && c <= 'Z';
    }
    return lower && capital;
  }
}
