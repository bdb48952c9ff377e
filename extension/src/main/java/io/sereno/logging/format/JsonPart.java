package io.sereno.logging.format;

/**
 * A part of one line after another: one field, or any number of them. It belongs to a {@link
 * JsonLine}, and may remember what it wrote last. One thread.
 */
@FunctionalInterface
interface JsonPart {

  void write(LogEntry entry, JsonLine line);
}
