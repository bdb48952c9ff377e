package io.sereno.logging.format;

/** One field, which is left out if no value is written. */
final class JsonField implements JsonPart {

  private final byte[] key;
  private final JsonPart value;

  /**
   * A field of a line.
   *
   * @param key with a comma before it and a colon after it
   */
  JsonField(byte[] key, JsonPart value) {
    this.key = key;
    this.value = value;
  }

  @Override
  public void write(LogEntry entry, JsonLine line) {
    line.begin(key);
    value.write(entry, line);
    line.endField(false);
  }
}
