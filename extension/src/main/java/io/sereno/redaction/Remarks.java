package io.sereno.redaction;

/**
 * What logs say of a secret where its value would stand, in words that are told from a value by the
 * name or by what follows: {@code password: must not be blank}, {@code pin: 3 of 5}, {@code
 * sig=SIGTERM}.
 */
final class Remarks {

  /** Words a sentence goes on with behind a colon, where more words follow. */
  private static final String[] OPENERS = {
    "must",
    "should",
    "shall",
    "may",
    "can",
    "cannot",
    "can't",
    "could",
    "is",
    "isn't",
    "was",
    "wasn't",
    "has",
    "have",
    "had",
    "are",
    "were",
    "will",
    "does",
    "doesn't",
    "did",
    "didn't",
    "user",
    "account",
    "signature",
    "attempt",
    "attempts",
    "too",
    "took",
    "unable",
    "expected",
    "only",
    "size",
    "length",
    "the",
    "this",
    "your",
    "there",
    "neither",
    "either",
    "please",
    "it"
  };

  private static final String[] PARSED = {
    "unexpected", "expected", "illegal", "unrecognized", "mismatched", "extraneous", "next"
  };

  private static final String[] RESULTS = {
    "fail", "fails", "failed", "failures", "skip", "skips", "skipped", "error", "errors", "warn"
  };

  private static final String[] BRANDS = {
    "visa",
    "mastercard",
    "maestro",
    "amex",
    "discover",
    "jcb",
    "diners",
    "unionpay",
    "debit",
    "credit"
  };

  /** How a message of JMS, a connection and a session are numbered. */
  private static final String JMS_ID = "ID:";

  private static final String SIGNAL = "SIG";
  private static final int LONGEST_SIGNAL = 9;

  private static final int LONGEST_COUNT = 3;
  private static final int LONGEST_FACTOR = 7;
  private static final int LONGEST_KIND = 24;

  private Remarks() {}

  /** Whether a bare value is such a remark. */
  static boolean is(CharSequence text, int nameStart, int nameEnd, int start, int end) {
    return start < end
        && (isSentence(text, nameEnd, start, end)
            || isShare(text, start, end)
            || isOfName(text, nameStart, nameEnd, start, end));
  }

  /** {@code : must not be blank}: behind a colon and a blank, with another word behind it. */
  private static boolean isSentence(CharSequence text, int nameEnd, int start, int end) {
    return Chars.at(text, nameEnd) == ':'
        && start > nameEnd + 1
        && Chars.at(text, end) == ' '
        && isWord(Chars.at(text, end + 1))
        && Values.isOneOf(OPENERS, text, start, end);
  }

  /** Whether the first word behind the name of a header begins such a remark. */
  static boolean isOfHeader(CharSequence text, int nameStart, int nameEnd, int start, int end) {
    return is(text, nameStart, nameEnd, start, end)
        || (Values.isStatus(text, start, end) && goesOn(text, end));
  }

  /** Whether a sentence, or nothing, stands behind a word. */
  private static boolean goesOn(CharSequence text, int end) {
    int next = Chars.skipBlanks(text, end);
    return Prose.is(text, next, Alphabet.ALNUM.end(text, next));
  }

  private static boolean isWord(char c) {
    return Chars.isAlphanumeric(c) || c >= 128;
  }

  /** {@code 3 of 5}. */
  private static boolean isShare(CharSequence text, int start, int end) {
    return end - start <= LONGEST_COUNT
        && Alphabet.DIGITS.end(text, start, end) == end
        && Chars.startsWith(text, end, " of ")
        && Chars.isDigit(Chars.at(text, end + 4));
  }

  private static boolean isOfName(
      CharSequence text, int nameStart, int nameEnd, int start, int end) {
    int word = lastWord(text, nameStart, nameEnd);
    return switch (Chars.at(text, nameEnd - 1)) {
      case 'n' ->
          (isName(text, word, nameEnd, "pan") && isDirection(text, start, end))
              || (isName(text, word, nameEnd, "session") && Chars.startsWith(text, start, JMS_ID))
              || (isName(text, word, nameEnd, "token") && isParsed(text, word, start, end));
      case 'd' -> isName(text, word, nameEnd, "card") && Values.isOneOf(BRANDS, text, start, end);
      case 'g' -> isName(text, word, nameEnd, "sig") && isSignal(text, start, end);
      case 's' -> isName(text, word, nameEnd, "pass") && isTally(text, start, end);
      default -> false;
    };
  }

  private static boolean isName(CharSequence text, int start, int end, String name) {
    return Chars.equalsIgnoringCase(text, start, end, name);
  }

  /** Of a name with dots, or behind a blank. */
  private static int lastWord(CharSequence text, int start, int end) {
    int i = end;
    while (i > start && Chars.isAlphanumeric(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  /** Of stereo sound, of a camera or a map: letters alone, or a number with few digits. */
  private static boolean isDirection(CharSequence text, int start, int end) {
    boolean letters = true;
    boolean factor = end - start <= LONGEST_FACTOR;
    boolean fraction = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      letters &= Chars.isLetter(c) || c == '-' || c == '_';
      factor &= Chars.isDigit(c) || c == '.' || (c == '-' && i == start);
      fraction |= c == '.';
    }
    return letters || (factor && (fraction || end - start <= LONGEST_COUNT));
  }

  private static boolean isSignal(CharSequence text, int start, int end) {
    return end - start <= LONGEST_SIGNAL
        && Chars.startsWith(text, start, SIGNAL)
        && Alphabet.UPPER.end(text, start, end) == end;
  }

  private static boolean isCapital(CharSequence text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c != '_' && (c < 'A' || c > 'Z')) {
        return false;
      }
    }
    return true;
  }

  /** A parser's kind of token, {@code Unexpected token: END_OBJECT}. */
  private static boolean isParsed(CharSequence text, int name, int start, int end) {
    if (isName(text, start, end, "eof")) {
      return true;
    }
    int before = lastWord(text, Math.max(0, name - LONGEST_KIND), name - 1);
    return Chars.at(text, name - 1) == ' '
        && Values.isOneOf(PARSED, text, before, name - 1)
        && end - start <= LONGEST_KIND
        && isCapital(text, start, end);
  }

  /** {@code 12, fail: 3}. */
  private static boolean isTally(CharSequence text, int start, int end) {
    int next = Chars.skipBlanks(text, Chars.at(text, end) == ',' ? end + 1 : end);
    int word = Alphabet.ALNUM.end(text, next);
    return next > end
        && Alphabet.DIGITS.end(text, start, end) == end
        && Values.isOneOf(RESULTS, text, next, word)
        && (Chars.at(text, word) == ':' || Chars.at(text, word) == '=');
  }
}
