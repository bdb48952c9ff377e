package io.sereno.logging.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of JSON that grow as they are written. One thread. */
final class JsonBytes {

  private static final byte[] MARK = Cuts.MARK.getBytes(StandardCharsets.UTF_8);
  private static final int MOST_PER_CHAR = 6;

  private byte[] bytes;
  private int length;

  JsonBytes(int capacity) {
    this.bytes = new byte[Math.max(64, capacity)];
  }

  int length() {
    return length;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  void raw(char ascii) {
    grow(1);
    bytes[length++] = (byte) ascii;
  }

  /** Appends ASCII as it is. */
  void raw(String ascii) {
    grow(ascii.length());
    for (int i = 0; i < ascii.length(); i++) {
      bytes[length++] = (byte) ascii.charAt(i);
    }
  }

  void copy(JsonBytes from, int start, int end) {
    grow(end - start);
    System.arraycopy(from.bytes, start, bytes, length, end - start);
    length += end - start;
  }

  /** Copies a value, a text cut to so many bytes, its quotes included, if it is longer. */
  void copyValue(JsonBytes from, int start, int end, int cap) {
    if (end - start <= cap || !from.isText(start)) {
      copy(from, start, end);
      return;
    }
    boolean marked = cap >= MARK.length + 2;
    copy(from, start, from.boundary(start + 1, start + cap - 1 - (marked ? MARK.length : 0)));
    if (marked) {
      mark();
    }
    raw('"');
  }

  /** Whether the value that begins here is a text, which can be cut. */
  boolean isText(int start) {
    return bytes[start] == '"';
  }

  /** The end of the last whole character or escape that ends at the limit or before. */
  private int boundary(int start, int limit) {
    int at = start;
    while (at < limit) {
      int next = at + width(at);
      if (next > limit) {
        return at;
      }
      at = next;
    }
    return at;
  }

  private int width(int at) {
    int first = bytes[at] & 0xff;
    if (first == '\\') {
      return bytes[at + 1] == 'u' ? 6 : 2;
    }
    if (first < 0x80) {
      return 1;
    }
    if (first < 0xe0) {
      return 2;
    }
    return first < 0xf0 ? 3 : 4;
  }

  private void mark() {
    grow(MARK.length);
    System.arraycopy(MARK, 0, bytes, length, MARK.length);
    length += MARK.length;
  }

  /**
   * Appends a text in quotes.
   *
   * @param longest how many bytes of it are kept
   * @return whether it was cut
   */
  boolean text(String text, int longest) {
    raw('"');
    int limit = length + longest;
    for (int i = 0; i < text.length(); i++) {
      if (length >= limit) {
        mark();
        raw('"');
        return true;
      }
      grow(MOST_PER_CHAR);
      char c = text.charAt(i);
      if (c >= 0x20 && c < 0x7f && c != '"' && c != '\\') {
        bytes[length++] = (byte) c;
      } else if (Characters.isPair(text, i)) {
        utf8(Character.toCodePoint(c, text.charAt(++i)));
      } else {
        character(c);
      }
    }
    raw('"');
    return false;
  }

  private void character(char c) {
    switch (c) {
      case '"' -> escape('"');
      case '\\' -> escape('\\');
      case '\n' -> escape('n');
      case '\r' -> escape('r');
      case '\t' -> escape('t');
      default -> {
        if (Characters.isUnsafe(c)) {
          hex(c);
        } else {
          utf8(Character.isSurrogate(c) ? 0xfffd : c);
        }
      }
    }
  }

  private void escape(char c) {
    bytes[length++] = '\\';
    bytes[length++] = (byte) c;
  }

  private void hex(char c) {
    escape('u');
    for (int shift = 12; shift >= 0; shift -= 4) {
      bytes[length++] = (byte) Characters.digit(c, shift);
    }
  }

  private void utf8(int point) {
    if (point < 0x800) {
      bytes[length++] = (byte) (0xc0 | (point >> 6));
    } else {
      if (point < 0x1_0000) {
        bytes[length++] = (byte) (0xe0 | (point >> 12));
      } else {
        bytes[length++] = (byte) (0xf0 | (point >> 18));
        bytes[length++] = (byte) (0x80 | ((point >> 12) & 0x3f));
      }
      bytes[length++] = (byte) (0x80 | ((point >> 6) & 0x3f));
    }
    bytes[length++] = (byte) (0x80 | (point & 0x3f));
  }

  private void grow(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
