package io.sereno.redaction;

/**
 * JSON Web Tokens (RFC 7519), signed or encrypted, and what is left of them when their tail was
 * cut: parts in Base64 with dots between, of which the first is a JSON object.
 */
final class WebTokens implements Detector {

  /** How <code>{"</code>, <code>{ "</code> and <code>{</code> with a line break begin in Base64. */
  private static final String COMPACT = "eyJ";

  private static final String SPACED = "eyAi";
  private static final String PRETTY = "ewog";

  /**
   * How the names of a header's members begin in Base64 that come first: alg, typ, kid and so on.
   */
  private static final String[] FIRST_MEMBERS = {
    "eyJhbGci", "eyJ0eXAi", "eyJraWQi", "eyJlbmMi", "eyJjdHki", "eyJ6aXAi", "eyJqa3Ui",
    "eyJqd2si", "eyJ4NXQ", "eyJ4NXU", "eyJ4NWM", "eyJlcGsi", "eyJiNjQi", "eyJjcml0"
  };

  @Override
  public String kind() {
    return "JSON Web Token";
  }

  @Override
  public String triggers() {
    return "e";
  }

  @Override
  public long find(CharSequence text, int at, int from, boolean truncated) {
    boolean compact = Chars.startsWith(text, at, COMPACT);
    if (!compact && !Chars.startsWith(text, at, SPACED) && !Chars.startsWith(text, at, PRETTY)) {
      return Span.NONE;
    }
    char before = Chars.at(text, at - 1);
    if (at > from && (before == '-' || before == '_')) {
      return Span.NONE; // inside of other Base64, or this text would be read again and again
    }
    int dots = 0;
    int i = at;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '.') {
        dots++;
      } else if (!Alphabet.WORD.has(c) && c != '=') {
        break;
      }
      i++;
    }
    return dots >= 2 || (compact && isHeader(text, at)) ? Span.of(at, i) : Span.NONE;
  }

  /** Whether it begins as headers do, as far as the text reaches. */
  private static boolean isHeader(CharSequence text, int at) {
    for (String member : FIRST_MEMBERS) {
      int i = COMPACT.length();
      while (i < member.length() && Chars.at(text, at + i) == member.charAt(i)) {
        i++;
      }
      if (i == member.length() || at + i == text.length()) {
        return true;
      }
    }
    return false;
  }
}
