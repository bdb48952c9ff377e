package io.sereno.logging.format;

/**
 * Which fields a line of JSON has, under which names and in which order. Implementations are found
 * by {@link java.util.ServiceLoader} in the application. Threads: any.
 */
public interface Schema {

  /** Its name in the setting {@code schema}, in small letters. */
  String name();

  /** Writes the fields in their order. What this throws costs the line. */
  void write(LogEntry entry, Fields out);
}
