package io.sereno.context.jms;

import io.sereno.context.Context;
import io.sereno.context.ContextScope;
import io.sereno.context.Propagation;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import java.util.Objects;
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

  /** What was stamped last, in this order. */
  static final String STAMP = "x_sereno_stamp";

  /** A property cannot be removed alone; whoever receives this takes it for missing. */
  private static final String NOTHING = "";

  private static final String USER_ID = "JMSXUserID";

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

  /**
   * Stamps every message that this producer sends from now on; for other work, stamp it again. With
   * them goes {@value #STAMP}, by which a later stamp knows the former.
   */
  public static JMSProducer stamp(JMSProducer producer) {
    try {
      stamp(producer::getStringProperty, producer::setProperty);
    } catch (JMSException | RuntimeException | LinkageError e) {
      Propagation.failed("stamping a message", e);
    }
    return producer;
  }

  /** Stamps one message that is about to be sent. */
  public static <M extends Message> M stamp(M message) {
    try {
      stamp(message::getStringProperty, message::setStringProperty);
    } catch (JMSException | RuntimeException | LinkageError e) {
      Propagation.failed("stamping a message", e);
    }
    return message;
  }

  private static void stamp(Getter getter, Setter setter) throws JMSException {
    Context context = Context.current();
    String traceparent = Objects.requireNonNullElse(context.traceparent(), NOTHING);
    String requestId = Objects.requireNonNullElse(context.requestId(), NOTHING);
    String former = Objects.requireNonNullElse(getter.get(STAMP), NOTHING);
    if (former.isEmpty() && traceparent.isEmpty() && requestId.isEmpty()) {
      return;
    }
    String[] stamped = (former + ' ').split(" ", -1);
    replace(getter, setter, TRACEPARENT, stamped[0], traceparent);
    replace(getter, setter, REQUEST_ID, stamped[1], requestId);
    setter.set(STAMP, traceparent + ' ' + requestId);
  }

  /** What stands there stays, unless it is our own: that is replaced, if only by nothing. */
  private static void replace(
      Getter getter, Setter setter, String property, String former, String value)
      throws JMSException {
    String present = getter.get(property);
    if (present == null ? !value.isEmpty() : present.equals(former)) {
      setter.set(property, value);
    }
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

  /**
   * The context that a message brings. Its {@code JMSXUserID} is the user only if {@code
   * sereno.context.message-user} says so: most brokers leave what the sender has written there.
   */
  public static Context of(Message message) {
    Context received = Context.received(text(message, TRACEPARENT), text(message, REQUEST_ID));
    return Propagation.believesMessageUsers()
        ? received.withUser(text(message, USER_ID))
        : received;
  }

  private static @Nullable String text(Message message, String property) {
    try {
      return message.getStringProperty(property);
    } catch (JMSException | RuntimeException e) {
      Propagation.failed("reading the context of a message", e);
      return null;
    }
  }

  /** Reads a property of a message or of all messages of a producer, null if there is none. */
  private interface Getter {

    @Nullable String get(String property) throws JMSException;
  }

  /** Writes one. */
  private interface Setter {

    void set(String property, String value) throws JMSException;
  }
}
