package io.sereno.logging.format;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fields that stand side by side, and whose values come again and again: what they were encoded to
 * is remembered. One thread.
 */
final class NameFields implements JsonPart {

  private static final int PLACES = 16;
  private static final int LONGEST = 2_048;

  private final Field[] fields;
  private final @Nullable String[] values;
  private final int[] seen = new int[PLACES];
  private final @Nullable Encoded[] remembered = new Encoded[PLACES];

  /** One of the fields. */
  static final class Field {

    private final byte[] key;
    private final Function<LogEntry, @Nullable String> value;

    /**
     * A field of every record.
     *
     * @param key with a comma before it and a colon after it
     */
    Field(byte[] key, Function<LogEntry, @Nullable String> value) {
      this.key = key;
      this.value = value;
    }
  }

  /** What the fields were encoded to with these values. */
  private static final class Encoded {

    private final @Nullable String[] values;
    private final byte[] fields;

    Encoded(@Nullable String[] values, byte[] fields) {
      this.values = values;
      this.fields = fields;
    }

    boolean isOf(@Nullable String[] others) {
      for (int i = 0; i < values.length; i++) {
        if (!Objects.equals(values[i], others[i])) {
          return false;
        }
      }
      return true;
    }
  }

  NameFields(List<Field> fields) {
    this.fields = fields.toArray(Field[]::new);
    this.values = new @Nullable String[this.fields.length];
  }

  @Override
  public void write(LogEntry entry, JsonLine line) {
    int hash = 1;
    for (int i = 0; i < fields.length; i++) {
      String value = fields[i].value.apply(entry);
      values[i] = value;
      hash = 31 * hash + Objects.hashCode(value);
    }
    int place = (hash ^ hash >>> 16) & (PLACES - 1);
    Encoded encoded = remembered[place];
    if (encoded == null || !encoded.isOf(values) || !line.again(encoded.fields)) {
      int from = line.json().length();
      encode(line);
      remember(line.since(from), hash, place);
    }
  }

  private void encode(JsonLine line) {
    for (int i = 0; i < fields.length; i++) {
      line.begin(fields[i].key);
      line.text(values[i]);
      line.endField(false);
    }
  }

  /** Only what comes a second time: the names of virtual threads never may. */
  private void remember(byte @Nullable [] encoded, int hash, int place) {
    if (seen[place] == hash && encoded != null && encoded.length <= LONGEST) {
      remembered[place] = new Encoded(values.clone(), encoded);
    }
    seen[place] = hash;
  }
}
