package io.sereno.redaction;

/** What values are: harmless or not, and where they end if they stand bare. */
final class Values {

  private static final String[] HARMLESS = {
    "null", "nil", "none", "undefined", "true", "false", "n/a", "(null)", "new"
  };

  /** What logs say about a secret, where its value would stand: {@code Session: expired}. */
  private static final String[] STATUS = {
    "absent",
    "accepted",
    "active",
    "allowed",
    "anonymous",
    "attached",
    "available",
    "bad",
    "blocked",
    "cached",
    "changed",
    "checked",
    "cleared",
    "closed",
    "configured",
    "created",
    "default",
    "deleted",
    "denied",
    "destroyed",
    "disabled",
    "done",
    "empty",
    "enabled",
    "ended",
    "error",
    "exists",
    "expired",
    "fail",
    "failed",
    "failure",
    "found",
    "generated",
    "granted",
    "hidden",
    "ignored",
    "inactive",
    "incorrect",
    "invalid",
    "invalidated",
    "issued",
    "loaded",
    "locked",
    "lost",
    "masked",
    "matched",
    "mismatch",
    "missing",
    "no",
    "not",
    "off",
    "ok",
    "okay",
    "on",
    "opened",
    "optional",
    "passed",
    "pending",
    "pinned",
    "present",
    "provided",
    "received",
    "redacted",
    "refreshed",
    "refused",
    "rejected",
    "removed",
    "renewed",
    "required",
    "reset",
    "restored",
    "revoked",
    "rotated",
    "saved",
    "sent",
    "set",
    "shown",
    "skipped",
    "started",
    "stored",
    "success",
    "succeeded",
    "successful",
    "terminated",
    "unauthorized",
    "unchanged",
    "unknown",
    "unset",
    "updated",
    "used",
    "valid",
    "validated",
    "verified",
    "yes"
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
    return start >= end || isMask(text, start, end) || isOneOf(HARMLESS, text, start, end);
  }

  /** Whether a bare value is what prose says about a secret. */
  static boolean isStatus(CharSequence text, int start, int end) {
    int last = end;
    while (last > start && (text.charAt(last - 1) == '.' || text.charAt(last - 1) == '!')) {
      last--;
    }
    return isOneOf(STATUS, text, start, last);
  }

  static boolean isOneOf(String[] words, CharSequence text, int start, int end) {
    for (String word : words) {
      if (Chars.equalsIgnoringCase(text, start, end, word)) {
        return true;
      }
    }
    return false;
  }

  /** The end of a bare value, which may begin with something in brackets. */
  static int bareEnd(CharSequence text, int start) {
    char first = Chars.at(text, start);
    return wordEnd(text, first == '{' || first == '[' ? bracketsEnd(text, start) : start);
  }

  /** Where the next character is that ends bare values. */
  static int wordEnd(CharSequence text, int start) {
    int i = start;
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
          int closing = Quotes.closing(text, i);
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
      case '\\' -> endsBehindBackslash(text, at + 1);
      case '%' -> Chars.startsWith(text, at, "%26");
      default -> Chars.isWhitespace(c);
    };
  }

  /** An escaped quote, backslash or white space, or an ampersand as JSON for web pages has it. */
  private static boolean endsBehindBackslash(CharSequence text, int at) {
    char c = Chars.at(text, at);
    return switch (c) {
      case '\\', 'n', 'r', 't' -> true;
      case 'u' ->
          Chars.startsWith(text, at, "u0026")
              || Chars.startsWith(text, at, "u0022")
              || Chars.startsWith(text, at, "u0027");
      default -> Chars.isQuote(c);
    };
  }
}
