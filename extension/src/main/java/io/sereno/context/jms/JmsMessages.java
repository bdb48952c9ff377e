package io.sereno.context.jms;

import io.sereno.context.Context;
import io.sereno.context.MessageContext;
import jakarta.jms.Message;
import org.jspecify.annotations.Nullable;

/** Reads the messages of Jakarta Messaging. Found by ServiceLoader. */
public final class JmsMessages implements MessageContext {

  private static final Class<?> NEEDED = Message.class;

  @Override
  public @Nullable Context of(Object message) {
    return NEEDED.isInstance(message) ? JmsContext.of((Message) message) : null;
  }
}
