package io.sereno.logging.format;

import java.util.List;

/** Fields that stand side by side, of records with an exception. Threads: any. */
final class ExceptionFields implements JsonPart {

  private final JsonPart[] fields;

  ExceptionFields(List<JsonPart> fields) {
    this.fields = fields.toArray(JsonPart[]::new);
  }

  @Override
  public void write(LogEntry entry, JsonLine line) {
    if (entry.thrown() != null) {
      for (JsonPart field : fields) {
        field.write(entry, line);
      }
    }
  }
}
