package io.sereno.redaction;

/** Where the names of values stand in a text. */
final class Names {

  /** Of longer ones the end is looked at: looking for their beginning would take too long. */
  private static final int LONGEST = 128;

  /** Blank, quotes. */
  private static final String QUOTES = "202227";

  /** {@code " & ' , / : = ?} and a brace, two hexadecimal digits each. */
  private static final String DELIMITERS = "222627" + "2c2f3a3d3f7b";

  /** The characters that names are made of. */
  private static final boolean[] ASCII = new boolean[128];

  static {
    for (char c = 0; c < ASCII.length; c++) {
      ASCII[c] = Chars.isAlphanumeric(c) || "_-.$%".indexOf(c) >= 0;
    }
  }

  private Names() {}

  /** Before the blanks, the quote and the bracket that may close a name before a delimiter. */
  static int endBefore(CharSequence text, int delimiter, int from) {
    int i = delimiter;
    while (i > from && text.charAt(i - 1) == '\\') {
      i--;
    }
    i = blanksBefore(text, i, from);
    if (i > from && text.charAt(i - 1) == ']') {
      i--;
    }
    i = Quotes.before(text, i, from);
    while (i - 3 >= from && isEncoded(text, i - 3, QUOTES)) {
      i -= 3;
    }
    return i;
  }

  /** Whether one of these characters stands there percent-encoded. */
  private static boolean isEncoded(CharSequence text, int at, String codes) {
    if (text.charAt(at) != '%') {
      return false;
    }
    for (int i = 0; i < codes.length(); i += 2) {
      if (isCode(text, at + 1, codes, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCode(CharSequence text, int at, String codes, int code) {
    return Character.toLowerCase(text.charAt(at)) == codes.charAt(code)
        && Character.toLowerCase(text.charAt(at + 1)) == codes.charAt(code + 1);
  }

  static int blanksBefore(CharSequence text, int end, int from) {
    int i = end;
    while (i > from && Chars.isWhitespace(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  /** Where the name begins that ends there; the end itself if none does. */
  static int start(CharSequence text, int end, int from) {
    int i = end;
    while (i > from && end - i < LONGEST && isName(text.charAt(i - 1))) {
      i--;
      if (text.charAt(i) == '%' && i + 3 <= end && isEncoded(text, i, DELIMITERS)) {
        return i + 3;
      }
    }
    return afterEncodedQuote(text, i, end);
  }

  /** The same of a name that JSON's escapes of letters stand in: {@code p\\u0061ssword}. */
  static int escapedStart(CharSequence text, int end, int from) {
    int i = start(text, end, from);
    while (i > from && end - i < LONGEST && isEscapedLetter(text, i)) {
      i = start(text, i - 1, from);
    }
    return i;
  }

  /** Whether the rest of an escape stands behind its backslash. */
  private static boolean isEscapedLetter(CharSequence text, int at) {
    return text.charAt(at - 1) == '\\' && isName((char) escaped(text, at));
  }

  /** What four hexadecimal digits behind a {@code u} stand for; 0 if there are none. */
  private static int escaped(CharSequence text, int at) {
    if (Chars.at(text, at) != 'u') {
      return 0;
    }
    int code = 0;
    for (int i = at + 1; i <= at + 4; i++) {
      int digit = Character.digit(Chars.at(text, i), 16);
      if (digit < 0) {
        return 0;
      }
      code = code << 4 | digit;
    }
    return code;
  }

  static String unescaped(CharSequence text, int start, int end) {
    StringBuilder name = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\\' && isEscapedLetter(text, i + 1)) {
        name.append((char) escaped(text, i + 1));
        i += 5;
      } else {
        name.append(c);
      }
    }
    return name.toString();
  }

  /** The end of the name that begins there, at most as long as names are. */
  static int end(CharSequence text, int start) {
    int last = Math.min(text.length(), start + LONGEST);
    int i = start;
    while (i < last && isName(text.charAt(i))) {
      i++;
    }
    return i;
  }

  static boolean hasLetter(CharSequence text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Chars.isLetter(c) || c >= 128) {
        return true;
      }
    }
    return false;
  }

  /** Letters and digits of an escaped quote are none of the name's. */
  private static int afterEncodedQuote(CharSequence text, int start, int end) {
    boolean escaped = Chars.at(text, start - 1) == '\\' && start + 5 < end;
    return escaped
            && (Chars.startsWith(text, start, "u0022") || Chars.startsWith(text, start, "u0027"))
        ? start + 5
        : start;
  }

  private static boolean isName(char c) {
    return c < ASCII.length ? ASCII[c] : Character.isLetterOrDigit(c) || isMark(c);
  }

  /** Whether a letter and its accent are two characters, as macOS writes them. */
  static boolean hasMark(CharSequence name) {
    for (int i = 0; i < name.length(); i++) {
      if (isMark(name.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMark(char c) {
    return c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
