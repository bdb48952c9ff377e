package io.sereno.logging.format;

/**
 * Characters as they stand in a text of JSON in UTF-8: what could look like something else is
 * escaped, lone surrogates are replaced. At most six bytes each.
 */
final class Escapes {

  private static final byte[] LETTERS = letters();

  private Escapes() {}

  /** What stands behind the backslash of an ASCII character's escape; 0 if it is not escaped. */
  private static byte[] letters() {
    byte[] letters = new byte[0x80];
    for (char c = 0; c < letters.length; c++) {
      letters[c] =
          (byte)
              switch (c) {
                case '"', '\\' -> c;
                case '\n' -> 'n';
                case '\r' -> 'r';
                case '\t' -> 't';
                default -> Characters.isUnsafe(c) ? 'u' : 0;
              };
    }
    return letters;
  }

  /**
   * Writes so many chars of a text, which has no half of a pair at its end; returns where they end.
   */
  static int characters(char[] text, int count, byte[] out, int start) {
    int at = start;
    for (int i = 0; i < count; i++) {
      char c = text[i];
      if (c < 0x80) {
        byte letter = LETTERS[c];
        if (letter == 0) {
          out[at++] = (byte) c;
        } else {
          at = escape(letter, c, out, at);
        }
      } else if (Character.isSurrogate(c)) {
        boolean pair = i + 1 < count && Character.isSurrogatePair(c, text[i + 1]);
        at = utf8(pair ? Character.toCodePoint(c, text[++i]) : 0xfffd, out, at);
      } else {
        at = Characters.isUnsafe(c) ? escape((byte) 'u', c, out, at) : utf8(c, out, at);
      }
    }
    return at;
  }

  private static int escape(byte letter, char c, byte[] out, int at) {
    int next = at;
    out[next++] = '\\';
    out[next++] = letter;
    for (int shift = 12; letter == 'u' && shift >= 0; shift -= 4) {
      out[next++] = (byte) Characters.digit(c, shift);
    }
    return next;
  }

  private static int utf8(int point, byte[] out, int at) {
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
