package io.sereno.context;

import org.jspecify.annotations.Nullable;

/**
 * Reads the context that messages of one kind bring. Found by ServiceLoader, once; one whose
 * messaging is not on the class path is passed over.
 */
public interface MessageContext {

  /** The context of a message, null for what is no message of this kind. */
  @Nullable Context of(Object message);
}
