package io.sereno.redaction;

/** The Base64 of a user, a colon and a password (RFC 7617), or its beginning. */
final class BasicCredentials {

  private BasicCredentials() {}

  /** Whether it decodes to that; at the end of the text, to what a user's name may be. */
  static boolean is(CharSequence text, int start, int end) {
    boolean ascii = true;
    int bits = 0;
    int held = 0;
    for (int i = start; i < end; i++) {
      int value = base64(text.charAt(i));
      if (value < 0) {
        break;
      }
      bits = (bits << 6 | value) & 0x3fff;
      held += 6;
      if (held >= 8) {
        held -= 8;
        int decoded = bits >> held & 0xff;
        if (decoded == ':') {
          return true;
        }
        if (decoded < ' ' || decoded == 0x7f) {
          return false;
        }
        ascii &= decoded < 0x7f;
      }
    }
    return ascii && end == text.length();
  }

  private static int base64(char c) {
    if (c >= 'A' && c <= 'Z') {
      return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
      return c - 'a' + 26;
    }
    if (Chars.isDigit(c)) {
      return c - '0' + 52;
    }
    return switch (c) {
      case '+', '-' -> 62;
      case '/', '_' -> 63;
      default -> -1;
    };
  }
}
