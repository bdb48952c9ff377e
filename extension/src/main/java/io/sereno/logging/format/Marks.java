package io.sereno.logging.format;

import java.util.Arrays;

/** Where the fields of a long line stand in its bytes, so that they can be cut. One thread. */
final class Marks {

  /** How many fields were left out. */
  static final String DROPPED = "labels.dropped_fields";

  /** The longest that can become, with its quotes, colon, number and comma. */
  private static final int DROPPED_BYTES = DROPPED.length() + 14;

  private static final int SHORTEST = Cuts.MARK_BYTES + 10;

  private Field[] fields = new Field[32];
  private int count;
  private int optional;
  private int dropped;

  /** A field from its comma, if it has one, over its value's beginning, to its end. */
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
    line.raw('{');
    for (int i = 0; i < count; i++) {
      Field field = fields[i];
      boolean comma = json.bytes()[field.start] == ',';
      if (line.length() > 1) {
        line.raw(',');
      }
      line.raw(json.bytes(), field.start + (comma ? 1 : 0), field.value);
      line.copyValue(json, field.value, field.end, cap);
    }
    if (dropped > 0) {
      line.raw((line.length() > 1 ? ",\"" : "\"") + DROPPED + "\":" + dropped);
    }
    line.raw("}\n");
    return line;
  }

  /** How long a value may be; leaves out fields until that is worth printing. */
  private int cap(JsonBytes json, int longest) {
    while (true) {
      int[] sizes = new int[count];
      int room = longest - 3 - Math.max(0, count - 1) - DROPPED_BYTES;
      for (int i = 0; i < count; i++) {
        int size = fields[i].end - fields[i].value;
        boolean text = json.isText(fields[i].value);
        int comma = json.bytes()[fields[i].start] == ',' ? 1 : 0;
        sizes[i] = text ? size : 0;
        room -= fields[i].value - fields[i].start - comma + (text ? 0 : size);
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
