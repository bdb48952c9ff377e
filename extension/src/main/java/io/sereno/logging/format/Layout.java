package io.sereno.logging.format;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a line, in the order in which a {@link Schema} names them. What the settings leave
 * out or rename is left out or renamed here; of two fields with the same name the first stays.
 */
public interface Layout {

  /** The moment of the record in ISO 8601, UTC, with milliseconds. */
  Layout timestamp(String key);

  /** A field that says the same in every line. */
  Layout constant(String key, String value);

  /** A field of every record. */
  Layout field(String key, FieldValue value);

  /**
   * A field of every record whose value comes again and again, such as the name of a thread: what
   * it was encoded to is remembered. Null is no value, and leaves the field out; what the function
   * throws costs the line.
   */
  Layout name(String key, Function<LogEntry, @Nullable String> value);

  /** A field of records with an exception. */
  Layout error(String key, FieldValue value);

  /** The stack trace of records with an exception, as the settings want it. */
  Layout stackTrace(String key);

  /** Eight hexadecimal digits for the exception and the place it is from, if asked for. */
  Layout stackHash(String key);

  /** The fields that the settings add to every line. */
  Layout statics();

  /** Who and where: what is known of the context of the work. */
  Layout context();

  /** What else the mapped diagnostic context and the record itself have. */
  Layout others();
}
