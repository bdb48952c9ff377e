package io.sereno.logging.format;

import java.util.Arrays;

/** Where the fields of a long line stand in its bytes, so that they can be cut. One thread. */
final class Marks {

  /** How many fields were left out. */
  static final String DROPPED = "labels.dropped_fields";

  /** The longest that can become, with its quotes, colon, number and comma. */
  private static final int DROPPED_BYTES = DROPPED.length() + 14;

  /** A brace and the line's end; the one at the beginning takes the place of a comma. */
  private static final int END_BYTES = 2;

  private static final int SHORTEST = Cuts.MARK_BYTES + 10;

  private Field[] fields = new Field[32];
  private int count;
  private int optional;
  private int dropped;

  /** A field from its comma over its value's beginning, to its end. */
  private record Field(int start, int value, int end, boolean optional) {}

  void add(int start, int value, int end, boolean mayBeLeftOut) {
    if (count == fields.length) {
      fields = Arrays.copyOf(fields, 2 * count);
    }
    fields[count++] = new Field(start, value, end, mayBeLeftOut);
    optional += mayBeLeftOut ? 1 : 0;
  }

  void drop() {
    dropped++;
  }

  /** The line, at most so long. */
  JsonBytes fit(JsonBytes json, int longest) {
    int cap = cap(json, longest);
    JsonBytes line = new JsonBytes(Math.min(longest, json.length() + DROPPED_BYTES + 2));
    for (int i = 0; i < count; i++) {
      Field field = fields[i];
      line.raw(json.bytes(), field.start, field.value);
      line.copyValue(json, field.value, field.end, cap);
    }
    if (dropped > 0) {
      line.raw(",\"" + DROPPED + "\":" + dropped);
    }
    line.brace();
    return line;
  }

  /** How long a value may be; leaves out fields until that is worth printing. */
  private int cap(JsonBytes json, int longest) {
    while (true) {
      int[] sizes = new int[count];
      int room = longest - END_BYTES - DROPPED_BYTES;
      for (int i = 0; i < count; i++) {
        int size = fields[i].end - fields[i].value;
        boolean text = json.isText(fields[i].value);
        sizes[i] = text ? size : 0;
        room -= fields[i].value - fields[i].start + (text ? 0 : size);
      }
      int cap = Cuts.cap(sizes, count, room);
      if (cap >= SHORTEST || !leaveOut()) {
        return Math.max(cap, 2);
      }
    }
  }

  /** Leaves out the last field that may be, or else the last that is not the first. */
  private boolean leaveOut() {
    for (int i = count - 1; i >= 0; i--) {
      if (fields[i].optional || (optional == 0 && i > 0)) {
        optional -= fields[i].optional ? 1 : 0;
        System.arraycopy(fields, i + 1, fields, i, --count - i);
        dropped++;
        return true;
      }
    }
    return false;
  }
}
