package io.sereno.redaction;

/**
 * Where the value of a secret name is, behind its delimiter: quoted, in brackets, bare, or alone on
 * the next line; of {@code Cookie} and {@code Authorization} headers, as their syntax has it.
 *
 * <p>Of several bare words only the first is taken for the value, since logs go on behind it;
 * inside of brackets all of them, since another member or the bracket ends them.
 */
final class NamedValue {

  /** Numbers in the place of secrets that are counts: {@code tokens=1532}. */
  private static final int LONGEST_COUNT = 7;

  private static final String WITHIN = ",;)|<'\"`";

  private static final String[] COUNTED = {"tokens", "cookies", "sessions"};

  private static final String[] COOKIES = {"cookie", "set-cookie", "cookie2", "set-cookie2"};
  private static final String[] AUTHORIZATIONS = {"authorization", "proxy-authorization"};

  private final CardNumbers cards = new CardNumbers();
  private final Ibans ibans = new Ibans();
  private final OddValue odd;

  NamedValue(SensitiveNames names) {
    this.odd = new OddValue(names);
  }

  /**
   * The value.
   *
   * @param after the end of the delimiter
   * @return a {@link Span}, none if the value is empty or harmless
   */
  long find(CharSequence text, int after, int nameStart, int nameEnd) {
    int start = start(text, after);
    int line = Chars.lineBreakEnd(text, start);
    if (line > start) {
      boolean quoted = Chars.isQuote(Chars.at(text, nameEnd));
      if (!quoted) {
        return onNextLine(text, Chars.skipBlanks(text, line));
      }
      start = Chars.skipWhitespace(text, line);
    }
    int content = Quotes.contentStart(text, start);
    if (content >= 0) {
      return Span.of(content, harmlessOr(text, content, Quotes.contentEnd(text, start)));
    }
    int end = bareEnd(text, start, nameStart, nameEnd);
    if (end == start) {
      end = odd.end(text, start);
    } else if (Chars.startsWith(text, end, "%26") && text.charAt(after - 1) == '=') {
      end = unencodedEnd(text, end);
    }
    return isHarmless(text, start, end, nameStart, nameEnd)
        ? Span.NONE
        : Span.of(start, Math.max(end, BracketedMembers.end(text, end, nameStart, nameEnd)));
  }

  /** The end of a quoted value; its start if it is harmless. */
  private static int harmlessOr(CharSequence text, int start, int end) {
    return Values.isHarmless(text, start, end) ? start : end;
  }

  /** After blanks, escaped ones as well, and after a delimiter that stands there once more. */
  private static int start(CharSequence text, int after) {
    int i = after;
    while (true) {
      char c = Chars.at(text, i);
      if (Chars.isBlank(c) || ((c == ':' || c == '=') && Chars.isBlank(Chars.at(text, i + 1)))) {
        i++;
      } else if (c == '\\' && Chars.at(text, i + 1) == 't') {
        i += 2;
      } else {
        return i;
      }
    }
  }

  /** A value that has the line for itself: in prose, a sentence follows the colon. */
  private static long onNextLine(CharSequence text, int start) {
    int content = Quotes.contentStart(text, start);
    if (content >= 0) {
      return Span.of(content, harmlessOr(text, content, Quotes.contentEnd(text, start)));
    }
    int end = Values.wordEnd(text, start);
    int after = Chars.skipBlanks(text, end);
    boolean alone = after == text.length() || Chars.lineBreakEnd(text, after) > after;
    boolean harmless =
        Values.isHarmless(text, start, end)
            || Values.isStatus(text, start, end)
            || text.charAt(end - 1) == ':'
            || hasDelimiter(text, start, end);
    return alone && !harmless ? Span.of(start, end) : Span.NONE;
  }

  private static boolean hasDelimiter(CharSequence text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == '=') {
        return true;
      }
    }
    return false;
  }

  private int bareEnd(CharSequence text, int start, int nameStart, int nameEnd) {
    boolean cookies = Values.isOneOf(COOKIES, text, nameStart, nameEnd);
    boolean authorization = Values.isOneOf(AUTHORIZATIONS, text, nameStart, nameEnd);
    if (cookies || authorization) {
      int word = Values.wordEnd(text, start);
      if (Remarks.isOfHeader(text, nameStart, nameEnd, start, word)) {
        return word;
      }
    }
    if (cookies) {
      return cookiesEnd(text, start, nameStart, nameEnd);
    }
    if (authorization) {
      int end = Schemes.end(text, start);
      return end < 0 ? lineEnd(text, start, nameStart, nameEnd) : end;
    }
    int end = Values.bareEnd(text, start);
    if (Chars.isBlank(Chars.at(text, end)) && Schemes.isScheme(text, start, end)) {
      int credentials = Schemes.end(text, start);
      return credentials < 0 ? end : credentials;
    }
    int whole = end == start ? end : beyondDelimiters(text, end);
    return Math.max(whole, Math.max(end(text, start, cards), end(text, start, ibans)));
  }

  /**
   * What follows a delimiter at once is part of the value, since passwords have such characters,
   * too; unless it is another name with its own.
   */
  private static int beyondDelimiters(CharSequence text, int from) {
    int end = from;
    while (WITHIN.indexOf(Chars.at(text, end)) >= 0
        && Chars.isAlphanumeric(Chars.at(text, end + 1))) {
      int next = Values.wordEnd(text, end + 1);
      if (hasDelimiter(text, end + 1, next)) {
        return end;
      }
      end = next;
    }
    return end;
  }

  /** The end of a number in groups, which a bare value would end within. */
  private static int end(CharSequence text, int start, Detector detector) {
    boolean asked = Chars.isAlphanumeric(Chars.at(text, start));
    long found = asked ? detector.find(text, start, start, false) : Span.NONE;
    return found == Span.NONE ? 0 : Span.end(found);
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
    return Math.min(line, Quotes.closing(text, nameStart - 1));
  }

  private static int listItemEnd(CharSequence text, int start) {
    int end = Values.bareEnd(text, start);
    while (Chars.isBlank(Chars.at(text, end))) {
      end = Values.bareEnd(text, Chars.skipBlanks(text, end));
    }
    return end;
  }

  /** Behind a plain {@code =}, what is encoded is content, and no delimiter. */
  private static int unencodedEnd(CharSequence text, int at) {
    int end = at;
    while (Chars.startsWith(text, end, "%26")) {
      end = Values.wordEnd(text, end + 1);
    }
    return end;
  }

  private static boolean isHarmless(
      CharSequence text, int start, int end, int nameStart, int nameEnd) {
    return Values.isHarmless(text, start, end)
        || Values.isStatus(text, start, end)
        || isBrackets(text, start, end)
        || Remarks.is(text, nameStart, nameEnd, start, end)
        || (isCounted(text, nameStart, nameEnd) && isNumber(text, start, end))
        || (SecretWords.isFile(text, nameStart, nameEnd) && isPlace(text, start, end));
  }

  /** Empty ones. */
  private static boolean isBrackets(CharSequence text, int start, int end) {
    return end - start == 2 && text.charAt(start) + 2 == text.charAt(start + 1);
  }

  private static boolean isNumber(CharSequence text, int start, int end) {
    return end - start <= LONGEST_COUNT && Alphabet.DIGITS.end(text, start, end) == end;
  }

  /** A line of source code and a column: {@code 42:7}, {@code [42,7]}. */
  private static boolean isPlace(CharSequence text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!Chars.isDigit(c) && c != ':' && c != ',' && c != '[' && c != ']') {
        return false;
      }
    }
    return true;
  }

  /** Whether the numbers of a name are no secrets, but how many there are. */
  private static boolean isCounted(CharSequence text, int nameStart, int nameEnd) {
    for (String plural : COUNTED) {
      int start = nameEnd - plural.length();
      if (start >= nameStart && Chars.startsWithIgnoringCase(text, start, plural)) {
        return true;
      }
    }
    return false;
  }
}
