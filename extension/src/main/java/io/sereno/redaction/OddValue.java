package io.sereno.redaction;

/**
 * Bare values that begin with what ends others, {@code password=<hunter2>} or {@code =,hunter2}, in
 * contrast to empty ones, behind which a list or an element goes on. They reach to the next blank.
 */
final class OddValue {

  private final SensitiveNames names;

  OddValue(SensitiveNames names) {
    this.names = names;
  }

  /** The end of the value that begins at {@code start}; the start if there is none. */
  int end(CharSequence text, int start) {
    if (isEmpty(text, start)) {
      return start;
    }
    int end = start;
    while (end < text.length()
        && !Chars.isWhitespace(text.charAt(end))
        && !Chars.isQuote(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** Whether there is no value: what surrounds it goes on with another name, or ends. */
  private boolean isEmpty(CharSequence text, int start) {
    return switch (Chars.at(text, start)) {
      case ',', ';', '&' -> isOtherMember(text, start + 1);
      case ')', ']', '}' -> !isContent(Chars.at(text, closersEnd(text, start)));
      case '<' -> isMarkup(text, start + 1);
      case '|', '%' -> !isContent(Chars.at(text, start + 1));
      case '\\' -> !Chars.startsWith(text, start, "\\\\") || !isContent(Chars.at(text, start + 2));
      default -> true;
    };
  }

  private static boolean isOtherMember(CharSequence text, int start) {
    int end = Alphabet.DOTTED.end(text, start);
    char next = Chars.at(text, end);
    return end == start ? !isContent(next) : next == '=' || next == ':' || next == '"';
  }

  private static int closersEnd(CharSequence text, int start) {
    int i = start;
    while (Chars.at(text, i) == ')' || Chars.at(text, i) == ']' || Chars.at(text, i) == '}') {
      i++;
    }
    return i;
  }

  /** The end of an element, or {@code <token>} as a description has it in a value's place. */
  private boolean isMarkup(CharSequence text, int start) {
    int end = Alphabet.DOTTED.end(text, start);
    return !isContent(Chars.at(text, start))
        || (Chars.at(text, end) == '>'
            && (Values.isHarmless(text, start, end)
                || Values.isStatus(text, start, end)
                || names.of(text, start, end) != SensitiveNames.Sensitivity.NONE));
  }

  private static boolean isContent(char c) {
    return switch (c) {
      case 0, ',', ';', '&', ')', ']', '}', '<', '>', '|', '.', ':', '/', '\\', '!', '?' -> false;
      default -> !Chars.isQuote(c) && !Chars.isWhitespace(c);
    };
  }
}
