package io.sereno.logging.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One line of JSON in UTF-8, at most so many bytes long, written field by field.
 *
 * <p>Control characters, line separators and bidirectional controls are escaped and lone surrogates
 * replaced, so that a line is one line and looks like what it is. When it would be too long, the
 * longest texts in it are cut and end in {@value Cuts#MARK}; fields that may be left out are, when
 * that is not enough, and {@value #DROPPED} says how many. One thread.
 */
final class JsonLine {

  /** How many fields were left out. */
  static final String DROPPED = "labels.dropped_fields";

  /** The longest that can become, with its quotes, colon, number and comma. */
  private static final int DROPPED_BYTES = DROPPED.length() + 14;

  private static final int MOST_BYTES = 1 << 28;
  private static final int MOST_OPTIONAL = 200;
  private static final int LONGEST_NAME = 100;
  private static final int SHORTEST = Cuts.MARK_BYTES + 10;

  private final int longest;
  private final JsonBytes json;
  private Field[] fields = new Field[32];
  private int count;
  private int optional;
  private int dropped;
  private boolean cut;

  /** A field as it stands in the bytes: from its key's quote to its value's end. */
  private record Field(String key, boolean optional, int start, int value, int end) {}

  /**
   * Begins a line.
   *
   * @param longest in bytes, with the line's end
   */
  JsonLine(int longest) {
    this.longest = Math.min(longest, MOST_BYTES);
    this.json = new JsonBytes(1_024);
  }

  /** Whether a key is taken; that of {@link #DROPPED} always is. */
  boolean has(String key) {
    if (key.equals(DROPPED)) {
      return true;
    }
    for (int i = 0; i < count; i++) {
      if (fields[i].key.equals(key)) {
        return true;
      }
    }
    return false;
  }

  /** Adds a field: a text, a number or a truth. The first value of a key stays. */
  void add(String key, Object value) {
    add(key, value, false);
  }

  /** Adds a field of a foreign name, that may be left out when there are too many. */
  void addOptional(String key, Object value) {
    if (optional >= MOST_OPTIONAL || has(key)) {
      dropped++;
      cut = true;
    } else {
      optional++;
      add(key, value, true);
    }
  }

  /** A foreign name as it can stand in a line, so that two that look alike there are one. */
  static String name(String key) {
    return Characters.wellFormed(
        key.length() <= LONGEST_NAME ? key : key.substring(0, LONGEST_NAME) + Cuts.MARK);
  }

  private void add(String key, Object value, boolean mayBeLeftOut) {
    if (has(key)) {
      return;
    }
    int start = json.length();
    cut |= json.text(key, longest);
    json.raw(':');
    int from = json.length();
    if (isBare(value)) {
      json.raw(value.toString());
    } else {
      cut |= json.text(value.toString(), longest);
    }
    if (count == fields.length) {
      fields = Arrays.copyOf(fields, 2 * count);
    }
    fields[count++] = new Field(key, mayBeLeftOut, start, from, json.length());
  }

  private static boolean isBare(Object value) {
    return value instanceof Long
        || value instanceof Integer
        || value instanceof Boolean
        || value instanceof Short
        || value instanceof Byte
        || (value instanceof Double number && Double.isFinite(number))
        || (value instanceof Float number && Float.isFinite(number));
  }

  /** Whether anything of what was added is not in {@link #toBytes}. */
  boolean isCut() {
    return cut;
  }

  /** The line, its end included. */
  byte[] toBytes() {
    int whole = json.length() + Math.max(0, count - 1) + 3; // commas, braces, line feed
    if (whole <= longest - (dropped > 0 ? DROPPED_BYTES : 0)) {
      return assemble(Integer.MAX_VALUE);
    }
    cut = true;
    return assemble(cap());
  }

  /** How long a value may be; leaves out fields until that is worth printing. */
  private int cap() {
    while (true) {
      int[] sizes = new int[count];
      int room = longest - 3 - Math.max(0, count - 1) - DROPPED_BYTES;
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

  private byte[] assemble(int cap) {
    JsonBytes line = new JsonBytes(Math.min(longest, json.length() + count + 3));
    line.raw('{');
    for (int i = 0; i < count; i++) {
      Field field = fields[i];
      separate(line);
      line.copy(json, field.start, field.value);
      line.copyValue(json, field.value, field.end, cap);
    }
    if (dropped > 0) {
      separate(line);
      line.raw('"' + DROPPED + "\":" + dropped);
    }
    line.raw("}\n");
    return line.toBytes();
  }

  private static void separate(JsonBytes line) {
    if (line.length() > 1) {
      line.raw(',');
    }
  }

  @Override
  public String toString() {
    return new String(toBytes(), StandardCharsets.UTF_8);
  }
}
