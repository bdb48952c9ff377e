package io.sereno.redaction;

import java.util.List;

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

  /** Of a header whose first member is not known. */
  private static final int LONGEST_HEADER = 200;

  @Override
  public String kind() {
    return "JSON Web Token";
  }

  @Override
  public List<String> triggers() {
    return List.of("ey");
  }

  @Override
  public long find(CharSequence text, int at, int from, boolean truncated) {
    boolean compact = Chars.startsWith(text, at, COMPACT);
    if (!compact && !Chars.startsWith(text, at, SPACED) && !Chars.startsWith(text, at, PRETTY)) {
      return Span.NONE;
    }
    if (compact && isHeader(text, at)) {
      return Span.of(at, end(text, at));
    }
    char before = Chars.at(text, at - 1);
    boolean inside = at > from && (before == '-' || before == '_');
    boolean token = inside ? beginsTwoParts(text, at) : dots(text, at) >= 2;
    return token ? Span.of(at, end(text, at)) : Span.NONE;
  }

  private static int end(CharSequence text, int at) {
    int end = partEnd(text, at, text.length());
    while (Chars.at(text, end) == '.') {
      end = partEnd(text, end + 1, text.length());
    }
    return end;
  }

  private static int dots(CharSequence text, int at) {
    int dots = 0;
    int end = partEnd(text, at, text.length());
    while (Chars.at(text, end) == '.' && dots < 2) {
      dots++;
      end = partEnd(text, end + 1, text.length());
    }
    return dots;
  }

  /** Of what may be inside of other Base64, only so much is read again for each place. */
  private static boolean beginsTwoParts(CharSequence text, int at) {
    int dot = partEnd(text, at, Math.min(text.length(), at + LONGEST_HEADER));
    return Chars.at(text, dot) == '.'
        && (Chars.at(text, dot + 1) == '.' || Chars.startsWith(text, dot + 1, COMPACT));
  }

  /** The end of a part, which padding may have that nobody should have left there. */
  private static int partEnd(CharSequence text, int start, int last) {
    int end = Alphabet.WORD.end(text, start, last);
    int padding = Math.min(last, end + 2);
    while (end > start && end < padding && text.charAt(end) == '=') {
      end++;
    }
    return end;
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
