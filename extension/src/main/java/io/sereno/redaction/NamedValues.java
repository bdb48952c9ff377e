package io.sereno.redaction;

/**
 * Values of names that are secret: {@code name=value}, {@code name: value}, {@code "name":"value"},
 * {@code name='value'}, in query strings with percent-encoding and in JSON inside of JSON. Of
 * {@code Cookie} headers, the whole line.
 */
final class NamedValues implements Detector {

  /** Longer ones are no names, and looking for their beginning would take too long. */
  private static final int LONGEST_NAME = 128;

  /** Numbers in the place of secrets that are counts: {@code tokens=1532}. */
  private static final int LONGEST_COUNT = 7;

  private static final String[] SECOND_WORDS = {"key", "number", "id", "code", "no", "phrase"};

  private final SensitiveNames names;
  private final CardNumbers cards = new CardNumbers();
  private final Ibans ibans = new Ibans();

  NamedValues(SensitiveNames names) {
    this.names = names;
  }

  @Override
  public String kind() {
    return "value of a secret name";
  }

  @Override
  public String triggers() {
    return "=:%";
  }

  @Override
  public long find(CharSequence text, int at, int from, boolean truncated) {
    int after = afterDelimiter(text, at);
    if (after < 0) {
      return Span.NONE;
    }
    int nameEnd = nameEnd(text, at, from);
    int nameStart = nameStart(text, nameEnd, from);
    if (nameStart == nameEnd) {
      return Span.NONE;
    }
    SensitiveNames.Sensitivity sensitivity = sensitivity(text, nameStart, nameEnd, from);
    if (sensitivity == SensitiveNames.Sensitivity.NONE) {
      return Span.NONE;
    }
    long value = value(text, after, nameStart, nameEnd);
    return sensitivity == SensitiveNames.Sensitivity.LAST4 ? Span.keepingLast4(value) : value;
  }

  /** Where the value may begin, -1 if this is no delimiter of a name and a value. */
  private static int afterDelimiter(CharSequence text, int at) {
    char next = Chars.at(text, at + 1);
    return switch (text.charAt(at)) {
      case '=' -> next == '=' || next == '>' ? at + 2 : at + 1;
      case ':' ->
          next == ':' || Chars.startsWith(text, at, "://") ? -1 : at + (next == '=' ? 2 : 1);
      default -> next == '3' && (Chars.at(text, at + 2) | ' ') == 'd' ? at + 3 : -1;
    };
  }

  /** Before the blanks, the quote and the bracket that may close a name. */
  private static int nameEnd(CharSequence text, int at, int from) {
    int i = at;
    while (i > from && Chars.isWhitespace(text.charAt(i - 1))) {
      i--;
    }
    if (i > from && text.charAt(i - 1) == ']') {
      i--;
    }
    if (i > from && Chars.isQuote(text.charAt(i - 1))) {
      i--;
      i -= Values.backslashes(text, i, from);
    }
    return i;
  }

  private static int nameStart(CharSequence text, int end, int from) {
    int i = end;
    while (i > from && isName(text.charAt(i - 1))) {
      i--;
      if (end - i > LONGEST_NAME) {
        return end;
      }
    }
    return i;
  }

  private static boolean isName(char c) {
    return switch (c) {
      case '_', '-', '.', '$', '%' -> true;
      default -> c < 128 ? Chars.isAlphanumeric(c) : Character.isLetterOrDigit(c);
    };
  }

  private SensitiveNames.Sensitivity sensitivity(CharSequence text, int start, int end, int from) {
    if (isEncoded(text, start, end)) {
      return decoded(text.subSequence(start, end).toString());
    }
    SensitiveNames.Sensitivity one = names.of(text, start, end);
    if (one != SensitiveNames.Sensitivity.NONE
        || start - 1 <= from
        || !isSecond(text, start, end)) {
      return one;
    }
    int before = nameStart(text, start - 1, from);
    return before < start - 1 && text.charAt(start - 1) == ' ' ? names.of(text, before, end) : one;
  }

  private static boolean isEncoded(CharSequence text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '%') {
        return true;
      }
    }
    return false;
  }

  /** The name at the end of a percent-encoded one, in which a whole query may stand. */
  private SensitiveNames.Sensitivity decoded(String name) {
    String decoded = Decoded.path(name);
    int start = decoded.length();
    while (start > 0 && decoded.charAt(start - 1) != '&' && decoded.charAt(start - 1) != '?') {
      start--;
    }
    return names.of(decoded, start, decoded.length());
  }

  private static boolean isSecond(CharSequence text, int start, int end) {
    for (String word : SECOND_WORDS) {
      if (Chars.equalsIgnoringCase(text, start, end, word)) {
        return true;
      }
    }
    return false;
  }

  private long value(CharSequence text, int after, int nameStart, int nameEnd) {
    int start = Chars.skipBlanks(text, after);
    if (Chars.isLineEnd(Chars.at(text, start)) && Chars.isQuote(Chars.at(text, nameEnd))) {
      start = Chars.skipWhitespace(text, start);
    }
    int quote = Values.quote(text, start);
    if (quote >= 0) {
      int end = Values.closing(text, quote);
      return Values.isHarmless(text, quote + 1, end) ? Span.NONE : Span.of(quote + 1, end);
    }
    int end = bareEnd(text, start, nameStart, nameEnd);
    boolean harmless =
        Values.isHarmless(text, start, end)
            || isEmpty(text, start, end)
            || isCount(text, start, end, nameEnd);
    return harmless ? Span.NONE : Span.of(start, end);
  }

  private int bareEnd(CharSequence text, int start, int nameStart, int nameEnd) {
    if (isCookie(text, nameStart, nameEnd)) {
      return cookiesEnd(text, start, nameStart, nameEnd);
    }
    if (isAuthorization(text, nameStart, nameEnd)) {
      return Credentials.end(text, start, lineEnd(text, start, nameStart, nameEnd));
    }
    int end = Values.bareEnd(text, start);
    if (Chars.isBlank(Chars.at(text, end)) && Credentials.isScheme(text, start, end)) {
      return Credentials.end(text, start, end);
    }
    return Math.max(end, Math.max(end(text, start, cards), end(text, start, ibans)));
  }

  /** The end of a number in groups, which a bare value would end within. */
  private static int end(CharSequence text, int start, Detector detector) {
    boolean asked = start < text.length() && detector.triggers().indexOf(text.charAt(start)) >= 0;
    long found = asked ? detector.find(text, start, start, false) : Span.NONE;
    return found == Span.NONE ? 0 : Span.end(found);
  }

  private static boolean isCookie(CharSequence text, int start, int end) {
    return Chars.equalsIgnoringCase(text, start, end, "cookie")
        || Chars.equalsIgnoringCase(text, start, end, "set-cookie")
        || Chars.equalsIgnoringCase(text, start, end, "cookie2")
        || Chars.equalsIgnoringCase(text, start, end, "set-cookie2");
  }

  private static boolean isAuthorization(CharSequence text, int start, int end) {
    return Chars.equalsIgnoringCase(text, start, end, "authorization")
        || Chars.equalsIgnoringCase(text, start, end, "proxy-authorization");
  }

  /** The line's end behind a colon; in a map's text, that of the last cookie. */
  private static int cookiesEnd(CharSequence text, int start, int nameStart, int nameEnd) {
    if (Chars.at(text, nameEnd) == ':') {
      return lineEnd(text, start, nameStart, nameEnd);
    }
    int end = Values.bareEnd(text, start);
    while (Chars.at(text, end) == ';') {
      end = Values.bareEnd(text, Chars.skipBlanks(text, end + 1));
    }
    return end;
  }

  /** The line's end, or that of the string which the whole header stands in. */
  private static int lineEnd(CharSequence text, int start, int nameStart, int nameEnd) {
    if (Chars.at(text, nameEnd) != ':') {
      return listItemEnd(text, start);
    }
    int line = Chars.lineEnd(text, start);
    if (!Chars.isQuote(Chars.at(text, nameStart - 1))) {
      return line;
    }
    return Math.min(line, Values.closing(text, nameStart - 1));
  }

  private static int listItemEnd(CharSequence text, int start) {
    int end = Values.bareEnd(text, start);
    while (Chars.isBlank(Chars.at(text, end))) {
      end = Values.bareEnd(text, Chars.skipBlanks(text, end));
    }
    return end;
  }

  private static boolean isEmpty(CharSequence text, int start, int end) {
    return end - start == 2 && text.charAt(start) + 2 == text.charAt(start + 1);
  }

  private static boolean isCount(CharSequence text, int start, int end, int nameEnd) {
    return text.charAt(nameEnd - 1) == 's'
        && end - start <= LONGEST_COUNT
        && Alphabet.DIGITS.end(text, start, end) == end;
  }
}
