package io.sereno.logging.format;

/** How long the parts of a line may be, if the line itself may only be so long. */
final class Cuts {

  /** What stands at the end of a text that was cut. */
  static final String MARK = "…[cut]";

  /** The mark's length in UTF-8. */
  static final int MARK_BYTES = 8;

  private Cuts() {}

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
}
