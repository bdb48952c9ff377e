package io.sereno.context.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.context.Context;
import io.sereno.context.ContextScope;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JmsContextTest {

  private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private final Map<String, Object> properties = new HashMap<>();

  @Test
  void aMessageTakesTheContextAlongAndBringsIt() {
    Context sender = Context.received(PARENT, "r1");
    try (ContextScope scope = sender.open()) {
      assertThat(scope).isNotNull();
      JmsContext.stamp(message());
    }

    assertThat(properties)
        .isEqualTo(Map.of("traceparent", sender.traceparent(), "x_request_id", "r1"));
    Context received = received();
    assertThat(received.traceId()).isEqualTo(sender.traceId());
    assertThat(received.spanId()).isNotEqualTo(sender.spanId());
    assertThat(received.requestId()).isEqualTo("r1");
    assertThat(Context.current()).isSameAs(Context.NONE);
  }

  @Test
  void aProducerStampsAllItSends() {
    Context sender = Context.received(PARENT, "r1");
    try (ContextScope scope = sender.open()) {
      assertThat(scope).isNotNull();
      JmsContext.stamp(fake(JMSProducer.class));
    }

    assertThat(properties)
        .isEqualTo(Map.of("traceparent", sender.traceparent(), "x_request_id", "r1"));
  }

  @Test
  void whatTheApplicationHasPutThereStays() {
    properties.put("x_request_id", "theirs");
    try (ContextScope scope = Context.received(PARENT, "r1").open()) {
      assertThat(scope).isNotNull();
      JmsContext.stamp(message());
    }

    assertThat(properties).containsEntry("x_request_id", "theirs").hasSize(2);
  }

  @Test
  void withoutAContextNothingIsStamped() {
    JmsContext.stamp(message());

    assertThat(properties).isEmpty();
  }

  @Test
  void whatIsNotValidCountsAsMissing() {
    properties.put("traceparent", "x\n" + PARENT);
    properties.put("x_request_id", "a b");

    assertThat(received().traceId()).matches("[0-9a-f]{32}").isNotEqualTo(PARENT.substring(3, 35));
    assertThat(received().requestId()).isNull();
  }

  @Test
  void theBrokersUserIsTheUser() {
    properties.put("JMSXUserID", "clerk");

    assertThat(received().user()).isEqualTo("clerk");
  }

  @Test
  void survivesAMessageThatCannotBeReadOrWritten() {
    properties.put("fail", true);
    try (ContextScope scope = Context.received(PARENT, "r1").open()) {
      assertThat(scope).isNotNull();
      JmsContext.stamp(message());
    }

    assertThat(received().traceId()).matches("[0-9a-f]{32}");
  }

  @Test
  void withoutAMessageThereIsNothingToDo() {
    JmsContext.<Message, RuntimeException>receive(null, message -> properties.put("done", true));

    assertThat(properties).isEmpty();
  }

  private Context received() {
    List<Context> seen = new ArrayList<>();
    JmsContext.<Message, RuntimeException>receive(message(), m -> seen.add(Context.current()));
    return seen.get(0);
  }

  private Message message() {
    return fake(Message.class);
  }

  private <T> T fake(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (properties.containsKey("fail")) {
                throw new JMSException("expected by a test");
              }
              return switch (method.getName()) {
                case "propertyExists" -> properties.containsKey(arguments[0]);
                case "getStringProperty" -> properties.get(arguments[0]);
                case "setStringProperty", "setProperty" -> {
                  properties.put((String) arguments[0], arguments[1]);
                  yield proxy instanceof JMSProducer ? proxy : null;
                }
                default -> throw new IllegalStateException("not told: " + method);
              };
            }));
  }
}
