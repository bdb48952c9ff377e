package io.sereno.logging.format;

/** Which characters could make one line look like another, or like two, and how they are shown. */
final class Characters {

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  /** A kind: stands in JSON otherwise than by its low byte. */
  static final int ESCAPED = 1;

  /** A kind: stands between words, and in no token or key. */
  static final int BETWEEN_WORDS = 2;

  /** A kind: stands between a name and its value, before the host in a URL, or in a token. */
  static final int TELLING = 4;

  /** A kind: may begin the name of credentials, or an escaped element. */
  static final int BEGINNING = 8;

  /** All kinds that are flags. */
  static final int FLAGS = 0xff;

  /** Where in a kind a digit is counted, so that the sum of kinds tells how many there are. */
  static final int DIGITS = 16;

  /** Tokens, keys and the like are no shorter. */
  static final int LONG_WORD = 20;

  /** A token whose end was cut off, but not what shows that it is one. */
  private static final int LONG_LAST_WORD = 9;

  /** The numbers of cards and accounts have no fewer. */
  static final int MANY_DIGITS = 10;

  private static final int[] KINDS = kinds();

  private Characters() {}

  private static int[] kinds() {
    int[] kinds = new int[0x80];
    for (char c = 0; c < kinds.length; c++) {
      kinds[c] =
          (isUnsafe(c) || c == '"' || c == '\\' ? ESCAPED : 0)
              | (c <= ' ' || "\"'`,;()[]{}<>|\\".indexOf(c) >= 0 ? BETWEEN_WORDS : 0)
              | ("=:@<_".indexOf(c) >= 0 ? TELLING : 0)
              | (c == 'B' || c == '&' ? BEGINNING : 0)
              | (c >= '0' && c <= '9' ? 1 << DIGITS : 0);
    }
    return kinds;
  }

  /** What a character is; 0 for most letters. */
  static int kind(char c) {
    return c < 0x80 ? KINDS[c] : ESCAPED;
  }

  /** Whether characters of these kinds could tell of a secret. */
  static boolean isTelling(int kinds, String text, int start, int end) {
    return (kinds & TELLING) != 0
        || ((kinds & BEGINNING) != 0 && beginsCredentials(text, start, end));
  }

  /**
   * Whether there is a {@linkplain #LONG_WORD} in a text as it stands in JSON, or a shorter one at
   * its end, where it may have been cut: looks back from where it would have to end.
   */
  static boolean hasLongWord(byte[] text, int from, int to) {
    int start = from;
    while (start + LONG_WORD <= to) {
      int before = lastBefore(text, start, start + LONG_WORD);
      if (before < start) {
        return true;
      }
      start = before + 1;
    }
    int last = to - LONG_LAST_WORD;
    return last >= from && lastBefore(text, last, to) < last;
  }

  /** The last byte between words that stands there; one before the start if there is none. */
  private static int lastBefore(byte[] text, int start, int end) {
    int i = end - 1;
    while (i >= start && (text[i] < 0 || (KINDS[text[i]] & BETWEEN_WORDS) == 0)) {
      i--;
    }
    return i;
  }

  private static boolean beginsCredentials(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '&' && text.startsWith("lt;", i + 1)) { // an element that is escaped
        return true;
      }
      if (c == 'B'
          && (text.startsWith("earer", i + 1)
              || text.startsWith("asic", i + 1)
              || text.startsWith("EGIN", i + 1)
              || text.startsWith("EARER", i + 1)
              || text.startsWith("ASIC", i + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Controls, line and paragraph separators, bidirectional controls. */
  static boolean isUnsafe(char c) {
    if (c < 0x7f) {
      return c < 0x20;
    }
    return c <= 0x9f
        || c == 0x61c
        || c == 0x200e
        || c == 0x200f
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }

  /** The hexadecimal digit for four bits of a character, the lowest ones at 0. */
  static char digit(char c, int shift) {
    return HEX[(c >> shift) & 0xf];
  }

  /**
   * The text for people to read: what is unsafe is escaped as in JSON, lone surrogates are
   * replaced.
   */
  static String readable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isUnsafe(c) || Character.isSurrogate(c)) {
        return escaped(text, i);
      }
    }
    return text;
  }

  private static String escaped(String text, int from) {
    StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, from);
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isUnsafe(c)) {
        escape(c, escaped);
      } else if (isPair(text, i)) {
        escaped.append(c).append(text.charAt(++i));
      } else {
        escaped.append(Character.isSurrogate(c) ? '\ufffd' : c);
      }
    }
    return escaped.toString();
  }

  /** Whether a character beyond the basic plane begins here. */
  static boolean isPair(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        && i + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(i + 1));
  }

  /** The text with its lone surrogates replaced, as they are in UTF-8. */
  static String wellFormed(String text) {
    StringBuilder formed = null;
    for (int i = 0; i < text.length(); i++) {
      if (isPair(text, i)) {
        i++;
      } else if (Character.isSurrogate(text.charAt(i))) {
        formed = formed == null ? new StringBuilder(text) : formed;
        formed.setCharAt(i, '\ufffd');
      }
    }
    return formed == null ? text : formed.toString();
  }

  private static void escape(char c, StringBuilder out) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default ->
          out.append("\\u")
              .append(digit(c, 12))
              .append(digit(c, 8))
              .append(digit(c, 4))
              .append(digit(c, 0));
    }
  }
}
