package io.sereno.redaction;

/**
 * Values with blanks in them, in the text of an object: {@code User[name=ada, password=two words]}.
 */
final class BracketedMembers {

  private static final int LONGEST_REST = 96;

  private BracketedMembers() {}

  /**
   * Where the value ends whose first word ends at {@code from}: before the next member or the
   * bracket; there if it is no member.
   */
  static int end(CharSequence text, int from, int nameStart, int nameEnd) {
    boolean member =
        Chars.at(text, from) == ' ' && Chars.at(text, nameEnd) == '=' && begins(text, nameStart);
    int last = member ? Math.min(text.length(), from + LONGEST_REST) : from;
    for (int i = from; i < last; i++) {
      switch (text.charAt(i)) {
        case ',' -> {
          int next = Chars.skipBlanks(text, i + 1);
          return Chars.at(text, Names.end(text, next)) == '=' ? i : from;
        }
        case ']', ')', '}' -> {
          return i;
        }
        case '[', '(', '{', '=', ':', '"', '\'', '\n', '\r', '\\' -> {
          return from;
        }
        default -> {}
      }
    }
    return from;
  }

  /** Whether a member's name stands there: behind a bracket or a comma. */
  private static boolean begins(CharSequence text, int nameStart) {
    return switch (Chars.at(text, nameStart - 1)) {
      case '[', '(', '{' -> true;
      case ' ' -> Chars.at(text, nameStart - 2) == ',';
      default -> false;
    };
  }
}
