package io.sereno.redaction;

import io.sereno.redaction.SensitiveNames.Sensitivity;

/**
 * Values whose name is the value of another member: {@code {"name":"password","value":"…"}} and
 * {@code {value=…, name=password}} in either order, {@code <property name="password" value="…"/>},
 * {@code <password value="…"/>}, and the parts of a multipart form. The two stand beside each
 * other: with a third between them they are not recognized.
 */
final class PairedMembers {

  private static final String NAME = "name";

  private static final String[] NAMES = {
    NAME, "key", "id", "field", "header", "param", "parameter", "property", "attribute", "variable"
  };

  private static final String[] VALUES = {"value", "val", "values"};

  /** Of a value that stands before its name: further on, a name is not looked for. */
  private static final int LONGEST_VALUE = 256;

  private static final int LONGEST_BARE = 128;

  private final SensitiveNames names;

  PairedMembers(SensitiveNames names) {
    this.names = names;
  }

  /** Whether a member of this name may hold that of another one's value. */
  static boolean isNaming(String member) {
    return Values.isOneOf(NAMES, member, 0, member.length());
  }

  /** Whether a member of this name may hold a value whose name is that of another one. */
  static boolean isValue(String member) {
    return isValue(member, 0, member.length());
  }

  static boolean isName(CharSequence text, int start, int end) {
    return Chars.equalsIgnoringCase(text, start, end, NAME);
  }

  static boolean isValue(CharSequence text, int start, int end) {
    return Values.isOneOf(VALUES, text, start, end);
  }

  /** That of the member whose own name, {@code value}, begins at {@code start}. */
  Sensitivity sensitivity(CharSequence text, int start, int after, int from) {
    Sensitivity before = before(text, start, from);
    return before == Sensitivity.NONE ? behind(text, after) : before;
  }

  private Sensitivity before(CharSequence text, int start, int from) {
    int i = Names.blanksBefore(text, Quotes.before(text, start, from), from);
    if (i > from && (text.charAt(i - 1) == ',' || text.charAt(i - 1) == ';')) {
      i = Names.blanksBefore(text, i - 1, from);
    }
    int end = Quotes.before(text, i, from);
    int name = Names.start(text, end, from);
    boolean named =
        name < end
            && (Chars.at(text, name - 1) == '<'
                || isNameBefore(text, Quotes.before(text, name, from), from));
    return named ? names.of(text, name, end) : Sensitivity.NONE;
  }

  /** Whether {@code name=} stands before a value. */
  static boolean isNameBefore(CharSequence text, int value, int from) {
    int delimiter = Names.blanksBefore(text, value, from) - 1;
    if (delimiter < from || (text.charAt(delimiter) != '=' && text.charAt(delimiter) != ':')) {
      return false;
    }
    int end = Names.endBefore(text, delimiter, from);
    return Values.isOneOf(NAMES, text, Names.start(text, end, from), end);
  }

  /**
   * The same of {@code "name":"…"} behind a quoted value, or {@code , name=…} behind a bare one.
   */
  private Sensitivity behind(CharSequence text, int after) {
    int value = Chars.skipBlanks(text, after);
    int quote = Quotes.plain(text, value);
    int closing = quote < 0 ? -1 : closing(text, quote);
    int end = quote < 0 ? separator(text, value) : closing + 1;
    return end <= 0 ? Sensitivity.NONE : ofNext(text, Chars.skipBlanks(text, end));
  }

  private Sensitivity ofNext(CharSequence text, int at) {
    char separator = Chars.at(text, at);
    boolean separated = separator == ',' || separator == ';';
    int start = afterQuote(text, separated ? Chars.skipWhitespace(text, at + 1) : at);
    int end = Names.end(text, start);
    int delimiter = Chars.skipBlanks(text, afterQuote(text, end));
    char c = Chars.at(text, delimiter);
    if ((c != ':' && c != '=') || !Values.isOneOf(NAMES, text, start, end)) {
      return Sensitivity.NONE;
    }
    int name = afterQuote(text, Chars.skipBlanks(text, delimiter + 1));
    return names.of(text, name, Names.end(text, name));
  }

  /** Where the separator behind a bare value is; -1 without one. */
  private static int separator(CharSequence text, int start) {
    int last = Math.min(text.length(), start + LONGEST_BARE);
    for (int i = start; i < last; i++) {
      switch (text.charAt(i)) {
        case ',', ';' -> {
          return i;
        }
        case ')', ']', '}', '\n', '"' -> {
          return -1;
        }
        default -> {}
      }
    }
    return -1;
  }

  private static int closing(CharSequence text, int quote) {
    int last = Math.min(text.length(), quote + LONGEST_VALUE);
    for (int i = quote + 1; i < last; i++) {
      if (text.charAt(i) == text.charAt(quote)) {
        return i;
      }
    }
    return -1;
  }

  private static int afterQuote(CharSequence text, int at) {
    int content = Quotes.contentStart(text, at);
    return content < 0 ? at : content;
  }

  /** The line behind {@code name="password"} and an empty one, in a multipart form. */
  long partValue(CharSequence text, int after) {
    int start = Quotes.contentStart(text, after);
    int end = start < 0 ? -1 : Names.end(text, start);
    int quote = end < 0 ? -1 : Quotes.contentStart(text, end);
    if (quote < 0 || end == start) {
      return Span.NONE;
    }
    int header = Chars.lineBreakEnd(text, quote);
    int empty = Chars.lineBreakEnd(text, header);
    if (header == quote || empty == header || names.of(text, start, end) == Sensitivity.NONE) {
      return Span.NONE;
    }
    int line = Chars.lineEnd(text, empty);
    return Values.isHarmless(text, empty, line) ? Span.NONE : Span.of(empty, line);
  }
}
