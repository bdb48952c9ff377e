package io.sereno.logging.format;

import io.sereno.context.Context;
import io.sereno.context.ContextField;
import java.util.Map;

/** The fields of the context, which are encoded once while it stays the same. One thread. */
final class ContextFields implements JsonPart {

  private final ContextField[] fields;
  private final byte[][] keys;
  private Context last = Context.NONE;
  private byte[] encoded = {};

  /**
   * Makes them for one line after another.
   *
   * @param keys of the fields that are shown, with a comma before each and a colon after it
   */
  ContextFields(Map<ContextField, byte[]> keys) {
    this.fields = keys.keySet().toArray(ContextField[]::new);
    this.keys = keys.values().toArray(byte[][]::new);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // contexts do not change, and looking into them costs time
  public void write(LogEntry entry, JsonLine line) {
    Context context = entry.context();
    if (context != last || !line.again(encoded)) {
      encode(context, line);
    }
  }

  private void encode(Context context, JsonLine line) {
    int from = line.json().length();
    for (int i = 0; i < fields.length; i++) {
      line.begin(keys[i]);
      line.text(fields[i].of(context));
      line.endField(false);
    }
    byte[] written = line.since(from);
    if (written != null) {
      last = context;
      encoded = written;
    }
  }
}
