package io.sereno.logging.format;

import io.sereno.redaction.Redactor;

/** How long the parts of a line may be, if the line itself may only be so long. */
final class Cuts {

  /** What stands at the end of a text that was cut. */
  static final String MARK = "…[cut]";

  /** The mark's length in UTF-8. */
  static final int MARK_BYTES = 8;

  private Cuts() {}

  /** A text with its secrets masked, cut to so many characters and marked if there was more. */
  static String harmless(String text, int longest, Redactor redactor) {
    String harmless = redactor.beginning(text, longest);
    if (harmless.length() > longest) {
      return harmless.substring(0, longest) + MARK;
    }
    return redactor.isWhole(text, longest) ? harmless : harmless + MARK;
  }

  /**
   * The greatest length such that the parts fit when all longer ones are cut to it, so that the
   * longest ones are cut first, and no more than must be.
   *
   * @param sizes of the parts, in bytes, of which the first {@code count} matter
   * @param room for all of them together, in bytes
   * @return negative if there is no room at all
   */
  static int cap(int[] sizes, int count, int room) {
    int low = -1;
    int high = Math.max(0, room);
    while (low < high) {
      int middle = low + (high - low + 1) / 2;
      if (total(sizes, count, middle) <= room) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private static long total(int[] sizes, int count, int cap) {
    long total = 0;
    for (int i = 0; i < count; i++) {
      total += Math.min(sizes[i], cap);
    }
    return total;
  }

  /** How many bytes a char takes in UTF-8; each half of a pair takes two. */
  static int bytes(char c) {
    return c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
  }

  /** A text cut to so many bytes, with the mark if there is room for it. */
  static String cut(String text, int most) {
    int room = Math.max(0, most - MARK_BYTES);
    int end = 0;
    int bytes = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
      if (bytes > room) {
        break;
      }
      end += Character.charCount(point);
    }
    return text.substring(0, end) + (most >= MARK_BYTES ? MARK : "");
  }
}
