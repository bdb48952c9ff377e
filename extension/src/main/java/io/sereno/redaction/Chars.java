package io.sereno.redaction;

/** What scanners ask of the characters of a text. */
final class Chars {

  private static final boolean[] ALPHANUMERIC = new boolean[128];

  static {
    for (char c = 0; c < ALPHANUMERIC.length; c++) {
      ALPHANUMERIC[c] = isLetter(c) || isDigit(c);
    }
  }

  private Chars() {}

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static boolean isAlphanumeric(char c) {
    return c < ALPHANUMERIC.length && ALPHANUMERIC[c];
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\u00a0';
  }

  static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  static boolean isWhitespace(char c) {
    return isBlank(c) || isLineEnd(c) || Character.isWhitespace(c);
  }

  static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }

  /** The character there, 0 outside of the text. */
  static char at(CharSequence text, int index) {
    return index >= 0 && index < text.length() ? text.charAt(index) : 0;
  }

  static boolean startsWith(CharSequence text, int at, String prefix) {
    if (at < 0 || text.length() - at < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (text.charAt(at + i) != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * @param prefix in lower case
   */
  static boolean startsWithIgnoringCase(CharSequence text, int at, String prefix) {
    if (at < 0 || text.length() - at < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (lower(text.charAt(at + i)) != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * @param word in lower case
   */
  static boolean equalsIgnoringCase(CharSequence text, int start, int end, String word) {
    return end - start == word.length() && startsWithIgnoringCase(text, start, word);
  }

  /** Where {@code wanted} begins at or after {@code from}, or -1. */
  static int indexOf(CharSequence text, String wanted, int from) {
    char first = wanted.charAt(0);
    for (int i = from; i <= text.length() - wanted.length(); i++) {
      if (text.charAt(i) == first && startsWith(text, i, wanted)) {
        return i;
      }
    }
    return -1;
  }

  static int skipBlanks(CharSequence text, int from) {
    int i = from;
    while (i < text.length() && isBlank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  static int skipWhitespace(CharSequence text, int from) {
    int i = from;
    while (i < text.length() && isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** After the line break, escaped or not, that begins at {@code at}; there if none does. */
  static int lineBreakEnd(CharSequence text, int at) {
    int i = lineEndEnd(text, at, '\r', "\\r");
    return lineEndEnd(text, i, '\n', "\\n");
  }

  private static int lineEndEnd(CharSequence text, int at, char plain, String escaped) {
    if (Chars.at(text, at) == plain) {
      return at + 1;
    }
    return Chars.startsWith(text, at, escaped) ? at + escaped.length() : at;
  }

  /** The end of the line, which a line break that was escaped ends as well. */
  static int lineEnd(CharSequence text, int from) {
    int i = from;
    while (i < text.length() && !isLineEnd(text.charAt(i)) && !isEscapedLineEnd(text, i)) {
      i++;
    }
    return i;
  }

  private static boolean isEscapedLineEnd(CharSequence text, int at) {
    return text.charAt(at) == '\\' && (at(text, at + 1) == 'n' || at(text, at + 1) == 'r');
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }
}
