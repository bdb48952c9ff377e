package io.sereno.logging.format;

/** What one field of a line says of a record. Threads: any. */
@FunctionalInterface
public interface FieldValue {

  /**
   * Writes the value, at most one; without one the field is left out. What this throws costs the
   * line.
   */
  void write(LogEntry entry, ValueWriter out);
}
