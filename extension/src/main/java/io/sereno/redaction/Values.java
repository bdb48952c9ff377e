package io.sereno.redaction;

/** Where the value of a name ends: quoted, in brackets, or bare. */
final class Values {

  private static final String[] HARMLESS = {
    "null", "nil", "none", "undefined", "true", "false", "n/a", "(null)", "new"
  };

  /** A mask, and the four characters that may be left of what it stands for. */
  private static final int LONGEST_MASK = Redactor.MASK.length() + 4;

  private Values() {}

  /** Whether this is what we put in the place of a secret. */
  static boolean isMask(CharSequence text, int start, int end) {
    return end - start <= LONGEST_MASK && Chars.startsWith(text, start, Redactor.MASK);
  }

  /** Whether nothing is given away by a value: it is empty, a mask, or says that there is none. */
  static boolean isHarmless(CharSequence text, int start, int end) {
    if (start >= end || isMask(text, start, end)) {
      return true;
    }
    for (String word : HARMLESS) {
      if (Chars.equalsIgnoringCase(text, start, end, word)) {
        return true;
      }
    }
    return false;
  }

  /** The quote that begins at {@code at}, behind backslashes or not; -1 if none does. */
  static int quote(CharSequence text, int at) {
    int i = at;
    while (Chars.at(text, i) == '\\') {
      i++;
    }
    return Chars.isQuote(Chars.at(text, i)) ? i : -1;
  }

  /**
   * Where the backslashes or the quote are that close a string, or the text's end. A string inside
   * of a string has its quotes behind backslashes, one inside of that behind more of them.
   */
  static int closing(CharSequence text, int quote) {
    int level = backslashes(text, quote, 0);
    char wanted = text.charAt(quote);
    int run = 0;
    for (int i = quote + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == wanted && (level == 0 ? run % 2 == 0 : run <= level)) {
        return level == 0 ? i : i - run;
      }
      run = c == '\\' ? run + 1 : 0;
    }
    return text.length();
  }

  /** How many backslashes stand before a place. */
  static int backslashes(CharSequence text, int at, int from) {
    int i = at;
    while (i > from && text.charAt(i - 1) == '\\') {
      i--;
    }
    return at - i;
  }

  /** The end of a bare value, which may begin with something in brackets. */
  static int bareEnd(CharSequence text, int start) {
    char first = Chars.at(text, start);
    int i = first == '{' || first == '[' ? bracketsEnd(text, start) : start;
    while (i < text.length() && !endsBare(text, i)) {
      i++;
    }
    return i;
  }

  /** After the bracket that closes the one at {@code start}; the text's end if none does. */
  private static int bracketsEnd(CharSequence text, int start) {
    int depth = 0;
    for (int i = start; i < text.length(); i++) {
      switch (text.charAt(i)) {
        case '{', '[' -> depth++;
        case '}', ']' -> {
          depth--;
          if (depth == 0) {
            return i + 1;
          }
        }
        case '"' -> {
          int closing = closing(text, i);
          i = closing + backslashesAfter(text, closing);
        }
        default -> {}
      }
    }
    return text.length();
  }

  private static int backslashesAfter(CharSequence text, int at) {
    int i = at;
    while (Chars.at(text, i) == '\\') {
      i++;
    }
    return i - at;
  }

  private static boolean endsBare(CharSequence text, int at) {
    char c = text.charAt(at);
    return switch (c) {
      case ',', ';', '&', ')', ']', '}', '<', '"', '\'', '`', '|' -> true;
      case '\\' -> endsBehindBackslash(Chars.at(text, at + 1));
      case '%' -> Chars.at(text, at + 1) == '2' && Chars.at(text, at + 2) == '6';
      default -> Chars.isWhitespace(c);
    };
  }

  private static boolean endsBehindBackslash(char c) {
    return Chars.isQuote(c) || c == '\\' || c == 'n' || c == 'r' || c == 't';
  }
}
