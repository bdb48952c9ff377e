package io.sereno.redaction;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Payment card numbers: 12 to 19 digits in the ranges of the issuers (ISO/IEC 7812) with Luhn's
 * checksum, in groups or without.
 */
final class CardNumbers implements Detector {

  static final String KIND = "payment card number";

  private static final List<String> TRIGGERS =
      IntStream.range(100, 1_000).mapToObj(String::valueOf).toList();

  private static final int SHORTEST = 12;
  private static final int LONGEST = 19;

  private static final int LONGEST_GROUP = 6;

  /** The first digits of a number that say whose it is. */
  private static final int PREFIX = 4;

  /** Of a number that was cut: fewer tell nothing of it, and are found in many a text. */
  private static final int SHORTEST_CUT = 6;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<String> triggers() {
    return TRIGGERS;
  }

  @Override
  public long find(CharSequence text, int at, int from, boolean truncated) {
    int prefix = prefix(text, at);
    if (prefix < 0 || isDecimal(text, at)) {
      return Span.NONE;
    }
    int digits = 0;
    int group = at;
    int end = -1;
    int i = at;
    while (i < text.length() && digits <= LONGEST) {
      char c = text.charAt(i);
      if (Chars.isDigit(c)) {
        digits++;
        i++;
        if (digits <= LONGEST && isGroup(at, group, i) && isNumber(text, at, i, digits, prefix)) {
          end = i;
        }
      } else if (isSeparator(c) && Chars.isDigit(Chars.at(text, i + 1))) {
        if (i - group > LONGEST_GROUP) {
          break;
        }
        i++;
        group = i;
      } else {
        break;
      }
    }
    if (end < 0 && truncated && i == text.length() && digits >= SHORTEST_CUT && digits < LONGEST) {
      end = isIssued(prefix, 0) ? i : -1;
    }
    return end < 0 || isInUuid(text, at) ? Span.NONE : Span.of(at, end);
  }

  /** Whether so many digits, with something between them, are one number and nothing else. */
  static boolean isNumber(CharSequence text, int start, int end, int digits) {
    int prefix = 0;
    int read = 0;
    for (int i = start; read < PREFIX && i < end; i++) {
      char c = text.charAt(i);
      if (Chars.isDigit(c)) {
        prefix = prefix * 10 + c - '0';
        read++;
      }
    }
    return digits >= SHORTEST && isIssued(prefix, digits) && hasChecksum(text, start, end);
  }

  /**
   * Whether a group that ends at {@code end} is as long as one may be: all, if there is but one.
   */
  private static boolean isGroup(int at, int group, int end) {
    return group == at || end - group <= LONGEST_GROUP;
  }

  /** The first four digits, which stand together; negative if they do not. */
  private static int prefix(CharSequence text, int at) {
    int prefix = 0;
    for (int i = at; i < at + PREFIX; i++) {
      char c = Chars.at(text, i);
      if (!Chars.isDigit(c)) {
        return -1;
      }
      prefix = prefix * 10 + c - '0';
    }
    return prefix;
  }

  private static boolean isNumber(CharSequence text, int at, int end, int digits, int prefix) {
    return digits >= SHORTEST
        && isIssued(prefix, digits)
        && endsNumber(text, at, end, digits)
        && hasChecksum(text, at, end);
  }

  private static boolean endsNumber(CharSequence text, int at, int end, int digits) {
    char next = Chars.at(text, end);
    if (Chars.isAlphanumeric(next)) {
      return false;
    }
    boolean together = end - at == digits;
    return !(together && next == '.' && Chars.isDigit(Chars.at(text, end + 1)));
  }

  /**
   * Whether an issuer gives numbers like that.
   *
   * @param length 0 if it is not known
   */
  private static boolean isIssued(int prefix, int length) {
    int two = prefix / 100;
    int three = prefix / 10;
    if (prefix / 1000 == 4) {
      return length == 0 || length == 13 || length == 16 || length == 19;
    }
    if ((two >= 51 && two <= 55) || (prefix >= 2200 && prefix <= 2204) || prefix == 9792) {
      return length == 0 || length == 16;
    }
    if (prefix >= 2221 && prefix <= 2720) {
      return length == 0 || length == 16;
    }
    if (two == 34 || two == 37 || prefix == 2131 || prefix == 1800) {
      return length == 0 || length == 15;
    }
    if ((three >= 300 && three <= 305) || two == 36 || two == 38 || two == 39) {
      return length == 0 || length == 14 || length == 16;
    }
    if (isMaestro(prefix)) {
      return true;
    }
    boolean manyLengths =
        (prefix >= 3528 && prefix <= 3589)
            || prefix == 6011
            || (three >= 644 && three <= 659)
            || (three >= 506 && three <= 509)
            || two == 60
            || two == 62
            || two == 81
            || two == 82;
    return manyLengths && (length == 0 || length >= 16);
  }

  private static boolean isMaestro(int prefix) {
    return switch (prefix) {
      case 5018, 5020, 5038, 5893, 6304, 6390, 6759, 6761, 6762, 6763 -> true;
      default -> false;
    };
  }

  private static boolean hasChecksum(CharSequence text, int start, int end) {
    int sum = 0;
    boolean doubled = false;
    for (int i = end - 1; i >= start; i--) {
      char c = text.charAt(i);
      if (Chars.isDigit(c)) {
        int digit = doubled ? 2 * (c - '0') : c - '0';
        sum += digit > 9 ? digit - 9 : digit;
        doubled = !doubled;
      }
    }
    return sum % 10 == 0;
  }

  private static boolean isSeparator(char c) {
    return switch (c) {
      case ' ', '-', '.', '+', '_', '\u00a0', '\u2010', '\u2011', '\u2013', '\u202f' -> true;
      default -> false;
    };
  }

  private static boolean isDecimal(CharSequence text, int at) {
    char before = Chars.at(text, at - 1);
    return before == '.' && Chars.isDigit(Chars.at(text, at - 2));
  }

  /** Whether the digits are those of a UUID: they begin one of its five groups. */
  private static boolean isInUuid(CharSequence text, int at) {
    return isUuid(text, at)
        || isUuid(text, at - 9)
        || isUuid(text, at - 14)
        || isUuid(text, at - 19)
        || isUuid(text, at - 24);
  }

  private static boolean isUuid(CharSequence text, int start) {
    if (start < 0 || start + 36 > text.length()) {
      return false;
    }
    for (int i = 0; i < 36; i++) {
      char c = text.charAt(start + i);
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? c != '-' : !Alphabet.HEX.has(c)) {
        return false;
      }
    }
    return true;
  }
}
