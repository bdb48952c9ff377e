package io.sereno.redaction;

/** Where the names of values stand in a text. */
final class Names {

  /** Longer ones are no names, and looking for their beginning would take too long. */
  private static final int LONGEST = 128;

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
    return Quotes.before(text, i, from);
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
    while (i > from && isName(text.charAt(i - 1))) {
      i--;
      if (end - i > LONGEST) {
        return end;
      }
    }
    return afterEncodedQuote(text, i, end);
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
    return switch (c) {
      case '_', '-', '.', '$', '%' -> true;
      default -> c < 128 ? Chars.isAlphanumeric(c) : Character.isLetterOrDigit(c);
    };
  }
}
