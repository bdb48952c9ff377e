package io.sereno.redaction;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Percent-encoded text as it was meant (RFC 3986, section 2.1): {@code /caf%C3%A9} is {@code
 * /café}. What is no UTF-8, or no encoding at all, stays as it is written.
 */
public final class Decoded {

  private Decoded() {}

  /** A path, in which {@code +} is a plus; the same instance if nothing is encoded. */
  public static String path(String encoded) {
    int first = encoded.indexOf('%');
    if (first < 0) {
      return encoded;
    }
    StringBuilder decoded = new StringBuilder(encoded.length()).append(encoded, 0, first);
    int i = first;
    while (i < encoded.length()) {
      int end = runEnd(encoded, i);
      if (end > i) {
        decodeRun(encoded, i, end, decoded);
        i = end;
      } else {
        decoded.append(encoded.charAt(i++));
      }
    }
    return decoded.toString();
  }

  /** The end of the encoded bytes that begin at {@code start}. */
  private static int runEnd(String text, int start) {
    int i = start;
    while (i + 2 < text.length() && text.charAt(i) == '%' && octet(text, i) >= 0) {
      i += 3;
    }
    return i;
  }

  private static void decodeRun(String text, int start, int end, StringBuilder decoded) {
    ByteBuffer bytes = ByteBuffer.allocate((end - start) / 3);
    for (int i = start; i < end; i += 3) {
      bytes.put((byte) octet(text, i));
    }
    bytes.flip();
    CharBuffer chars = CharBuffer.allocate(bytes.remaining());
    CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    while (utf8.decode(bytes, chars, true).isError()) {
      decoded.append(chars.flip());
      chars.clear();
      int at = start + 3 * bytes.position();
      decoded.append(text, at, at + 3);
      bytes.get();
      utf8.reset();
    }
    decoded.append(chars.flip());
  }

  private static int octet(String text, int at) {
    int high = hex(text.charAt(at + 1));
    int low = hex(text.charAt(at + 2));
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static int hex(char c) {
    return Alphabet.HEX.has(c) ? Character.digit(c, 16) : -1;
  }
}
