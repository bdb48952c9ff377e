package io.sereno.logging.format;

import io.sereno.redaction.ShortText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes of JSON in UTF-8 that grow as they are written. Control characters, line separators and
 * bidirectional controls are escaped and lone surrogates replaced. One thread.
 */
final class JsonBytes {

  private static final byte[] MARK = Cuts.MARK.getBytes(StandardCharsets.UTF_8);
  private static final int MOST_PER_CHAR = 6;
  private static final int AT_ONCE = 512;

  private char[] chars = {};
  private byte[] bytes;
  private int length;

  JsonBytes(int capacity) {
    this.bytes = new byte[Math.max(64, capacity)];
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  int capacity() {
    return bytes.length;
  }

  /** Forgets what comes after. */
  void truncate(int end) {
    length = end;
  }

  byte[] copy(int start, int end) {
    return Arrays.copyOfRange(bytes, start, end);
  }

  void raw(char ascii) {
    grow(1);
    bytes[length++] = (byte) ascii;
  }

  /** Appends ASCII as it is. */
  @SuppressWarnings("deprecation") // of ASCII, the low bytes are all there is
  void raw(String ascii) {
    grow(ascii.length());
    ascii.getBytes(0, ascii.length(), bytes, length);
    length += ascii.length();
  }

  void raw(byte[] ready, int start, int end) {
    grow(end - start);
    System.arraycopy(ready, start, bytes, length, end - start);
    length += end - start;
  }

  /** Makes an object of fields with a comma before each, and ends the line. */
  void brace() {
    if (length == 0) {
      raw(',');
    }
    bytes[0] = '{';
    raw("}\n");
  }

  void number(long value) {
    if (value < 0 || value > Integer.MAX_VALUE) {
      raw(Long.toString(value));
      return;
    }
    int rest = (int) value;
    int digits = 1;
    for (int tens = rest / 10; tens > 0; tens /= 10) {
      digits++;
    }
    grow(digits);
    for (int i = digits - 1; i >= 0; i--) {
      bytes[length + i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
  }

  /** Puts so many digits of a number over what was written so many bytes ago. */
  void digits(int value, int count, int ago) {
    int rest = value;
    for (int i = length - ago + count - 1; i >= length - ago; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  /** Copies a value, a text cut to so many bytes, its quotes included, if it is longer. */
  void copyValue(JsonBytes from, int start, int end, int cap) {
    if (end - start <= cap || !from.isText(start)) {
      raw(from.bytes, start, end);
      return;
    }
    boolean marked = cap >= MARK.length + 2;
    int cut = from.boundary(start + 1, start + cap - 1 - (marked ? MARK.length : 0));
    raw(from.bytes, start, cut);
    if (marked) {
      mark();
    }
    raw('"');
  }

  /** Whether the value that begins here is a text, which can be cut. */
  boolean isText(int start) {
    return bytes[start] == '"';
  }

  /** Cuts what was written since, to so many bytes with the mark. */
  void cut(int start, int most) {
    length = boundary(start, start + Math.max(0, most - MARK.length));
    mark();
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
    raw(MARK, 0, MARK.length);
  }

  /**
   * Appends a text in quotes.
   *
   * @param longest how many bytes of it are kept, about
   * @return whether it was cut
   */
  boolean text(String text, int longest) {
    raw('"');
    boolean cut = characters(text, longest);
    raw('"');
    return cut;
  }

  /** Appends a short text in quotes, whose characters have been read. */
  void text(String text, ShortText read) {
    raw('"');
    if (read.isPlain()) {
      raw(text);
    } else {
      grow(read.length() * MOST_PER_CHAR);
      length = Escapes.characters(read.chars(), read.length(), bytes, length);
    }
    raw('"');
  }

  /** Appends a text without quotes, otherwise as {@link #text}. */
  boolean characters(String text, int longest) {
    int limit = length + Math.min(longest, Integer.MAX_VALUE - length);
    chars = chars.length == 0 ? new char[AT_ONCE] : chars;
    int i = 0;
    while (i < text.length() && length < limit) {
      int end = Math.min(text.length(), i + AT_ONCE);
      if (end < text.length() && Characters.isPair(text, end - 1)) {
        end--;
      }
      grow((end - i) * MOST_PER_CHAR);
      text.getChars(i, end, chars, 0);
      length = Escapes.characters(chars, end - i, bytes, length);
      i = end;
    }
    if (i < text.length()) {
      mark();
      return true;
    }
    return false;
  }

  private void grow(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
