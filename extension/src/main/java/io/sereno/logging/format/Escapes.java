package io.sereno.logging.format;

/**
 * Characters as they stand in a text of JSON in UTF-8: what could look like something else is
 * escaped, lone surrogates are replaced. At most six bytes each.
 */
final class Escapes {

  private Escapes() {}

  /** Writes a char that is no half of a pair, escaped if need be; returns where it ends. */
  static int character(char c, byte[] out, int at) {
    int next = at;
    switch (c) {
      case '"', '\\' -> next = escape(c, out, next);
      case '\n' -> next = escape('n', out, next);
      case '\r' -> next = escape('r', out, next);
      case '\t' -> next = escape('t', out, next);
      default -> {
        if (Characters.isUnsafe(c)) {
          next = escape('u', out, next);
          for (int shift = 12; shift >= 0; shift -= 4) {
            out[next++] = (byte) Characters.digit(c, shift);
          }
        } else {
          next = utf8(Character.isSurrogate(c) ? 0xfffd : c, out, next);
        }
      }
    }
    return next;
  }

  private static int escape(char c, byte[] out, int at) {
    out[at] = '\\';
    out[at + 1] = (byte) c;
    return at + 2;
  }

  /** Writes a character; returns where it ends. */
  static int utf8(int point, byte[] out, int at) {
    int next = at;
    if (point < 0x800) {
      out[next++] = (byte) (0xc0 | (point >> 6));
    } else {
      if (point < 0x1_0000) {
        out[next++] = (byte) (0xe0 | (point >> 12));
      } else {
        out[next++] = (byte) (0xf0 | (point >> 18));
        out[next++] = (byte) (0x80 | ((point >> 12) & 0x3f));
      }
      out[next++] = (byte) (0x80 | ((point >> 6) & 0x3f));
    }
    out[next++] = (byte) (0x80 | (point & 0x3f));
    return next;
  }
}
