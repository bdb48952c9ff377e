package io.sereno.logging.format;

import org.jspecify.annotations.Nullable;

/** Where the value of a field is written. One thread. */
public interface ValueWriter {

  /** A text, with what is secret in it masked; null is no value. */
  void text(@Nullable String value);

  void number(long value);
}
