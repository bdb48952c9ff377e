package io.sereno.logging.format;

/** Which characters could make one line look like another, or like two, and how they are shown. */
final class Characters {

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private Characters() {}

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
