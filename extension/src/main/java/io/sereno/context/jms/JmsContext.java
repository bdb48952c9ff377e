package io.sereno.context.jms;

import io.sereno.context.Context;
import io.sereno.context.ContextScope;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Carries the context in messages: in their properties {@value #TRACEPARENT} and {@value
 * #REQUEST_ID}. Whoever sends stamps, whoever receives opens, with one line each:
 *
 * <pre>{@code
 * JmsContext.stamp(context.createProducer()).send(queue, "42");
 *
 * JmsContext.receive(consumer.receive(), message -> deliver(message.getBody(String.class)));
 * }</pre>
 *
 * Message-driven beans need nothing: their messages are opened before they come.
 *
 * <p>What the application has put into these properties stays. What is not valid in them counts as
 * missing, and a message without a trace begins one. Nothing here fails when a message cannot be
 * read or stamped; the work goes on without.
 */
public final class JmsContext {

  public static final String TRACEPARENT = "traceparent";
  public static final String REQUEST_ID = "x_request_id";

  private static final String USER_ID = "JMSXUserID";
  private static final Logger LOG = Logger.getLogger(JmsContext.class);

  private JmsContext() {}

  /**
   * Does something with a message, as a lambda that may throw what the JMS API throws.
   *
   * @param <M> the kind of message
   * @param <E> what it throws
   */
  @FunctionalInterface
  public interface Work<M extends Message, E extends Exception> {

    void on(M message) throws E;
  }

  /** Stamps every message that this producer sends from now on. */
  public static JMSProducer stamp(JMSProducer producer) {
    Context context = Context.current();
    try {
      if (context.traceparent() != null && !producer.propertyExists(TRACEPARENT)) {
        producer.setProperty(TRACEPARENT, context.traceparent());
      }
      if (context.requestId() != null && !producer.propertyExists(REQUEST_ID)) {
        producer.setProperty(REQUEST_ID, context.requestId());
      }
    } catch (JMSRuntimeException e) {
      LOG.debug("A message goes without its context", e);
    }
    return producer;
  }

  /** Stamps one message that is about to be sent. */
  public static <M extends Message> M stamp(M message) {
    Context context = Context.current();
    try {
      if (context.traceparent() != null && !message.propertyExists(TRACEPARENT)) {
        message.setStringProperty(TRACEPARENT, context.traceparent());
      }
      if (context.requestId() != null && !message.propertyExists(REQUEST_ID)) {
        message.setStringProperty(REQUEST_ID, context.requestId());
      }
    } catch (JMSException e) {
      LOG.debug("A message goes without its context", e);
    }
    return message;
  }

  /** Does the work on a message in the context that it brings; without a message, nothing. */
  @SuppressWarnings("try") // closed, and nothing else
  public static <M extends Message, E extends Exception> void receive(
      @Nullable M message, Work<? super M, E> work) throws E {
    if (message != null) {
      try (ContextScope scope = of(message).open()) {
        work.on(message);
      }
    }
  }

  /** The context that a message brings, its user if the broker vouches for one. */
  public static Context of(Message message) {
    return Context.received(text(message, TRACEPARENT), text(message, REQUEST_ID))
        .withUser(text(message, USER_ID));
  }

  private static @Nullable String text(Message message, String property) {
    try {
      return message.getStringProperty(property);
    } catch (JMSException | RuntimeException e) {
      LOG.debugf(e, "The property %s of a message cannot be read", property);
      return null;
    }
  }
}
