package io.sereno.logging.format;

/** A part of a line: one field, or any number of them. Threads: any. */
final class JsonPart {

  private static final byte[] NO_KEY = {};

  private final byte[] key;
  private final boolean ofException;
  private final Content content;

  /** Writes the value of a field, or whole fields. */
  @FunctionalInterface
  interface Content {
    void write(LogEntry entry, JsonLine line);
  }

  private JsonPart(byte[] key, boolean ofException, Content content) {
    this.key = key;
    this.ofException = ofException;
    this.content = content;
  }

  /**
   * One field, which is left out if no value is written.
   *
   * @param key with a comma before it and a colon after it
   */
  static JsonPart field(byte[] key, Content value) {
    return new JsonPart(key, false, value);
  }

  /** The same for records with an exception alone. */
  static JsonPart ofException(byte[] key, Content value) {
    return new JsonPart(key, true, value);
  }

  /** Any number of fields. */
  static JsonPart fields(Content fields) {
    return new JsonPart(NO_KEY, false, fields);
  }

  void write(LogEntry entry, JsonLine line) {
    if (ofException && entry.thrown() == null) {
      return;
    }
    if (key.length == 0) {
      content.write(entry, line);
    } else {
      line.begin(key);
      content.write(entry, line);
      line.endField(false);
    }
  }
}
