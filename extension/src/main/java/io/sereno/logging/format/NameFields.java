package io.sereno.logging.format;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fields that stand side by side, and whose values come again and again: what they were encoded to
 * is remembered. One thread.
 */
final class NameFields implements JsonPart {

  private static final int PLACES = 16;
  private static final int LONGEST = 1_024;

  private final Field[] fields;
  private final String[] values;
  private final @Nullable Encoded[] remembered = new Encoded[PLACES];

  /** One of the fields. */
  static final class Field {

    private final byte[] key;
    private final Function<LogEntry, String> value;

    /**
     * A field of every record.
     *
     * @param key with a comma before it and a colon after it
     */
    Field(byte[] key, Function<LogEntry, String> value) {
      this.key = key;
      this.value = value;
    }
  }

  /** What the fields were encoded to with these values. */
  private static final class Encoded {

    private final String[] values;
    private final byte[] fields;

    Encoded(String[] values, byte[] fields) {
      this.values = values;
      this.fields = fields;
    }

    boolean isOf(String[] others) {
      for (int i = 0; i < values.length; i++) {
        if (!values[i].equals(others[i])) {
          return false;
        }
      }
      return true;
    }
  }

  NameFields(List<Field> fields) {
    this.fields = fields.toArray(Field[]::new);
    this.values = new String[this.fields.length];
  }

  @Override
  public void write(LogEntry entry, JsonLine line) {
    int hash = 0;
    for (int i = 0; i < fields.length; i++) {
      String value = fields[i].value.apply(entry);
      values[i] = value;
      hash = 31 * hash + value.hashCode();
    }
    int place = (hash ^ hash >>> 16) & (PLACES - 1);
    Encoded encoded = remembered[place];
    if (encoded == null || !encoded.isOf(values) || !line.again(encoded.fields)) {
      remembered[place] = encode(line);
    }
  }

  private @Nullable Encoded encode(JsonLine line) {
    int from = line.json().length();
    for (int i = 0; i < fields.length; i++) {
      line.begin(fields[i].key);
      line.text(values[i]);
      line.endField(false);
    }
    byte[] written = line.since(from);
    return written == null || written.length > LONGEST
        ? null
        : new Encoded(values.clone(), written);
  }
}
