package io.sereno.context;

import org.jspecify.annotations.Nullable;

/**
 * The mapped diagnostic context of one logging library. Found by ServiceLoader, once; one whose
 * library is not on the class path, or keeps nothing, is passed over.
 */
public interface Mdc {

  @Nullable Object get(String key);

  /** Puts what {@link #get} has given, or a text. */
  void put(String key, Object value);

  void remove(String key);
}
