package io.sereno.context.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.context.Context;
import io.sereno.context.ContextScope;
import io.sereno.context.ContextSettings;
import io.sereno.context.Propagation;
import io.sereno.figures.Figures;
import io.sereno.settings.TestSettings;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JmsContextTest {

  private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private final Map<String, Object> properties = new HashMap<>();

  @AfterEach
  void stop() {
    Propagation.stop();
  }

  @Test
  void aMessageTakesTheContextAlongAndBringsIt() {
    Context sender = Context.received(PARENT, "r1");
    try (ContextScope scope = sender.open()) {
      assertThat(scope).isNotNull();
      JmsContext.stamp(message());
    }

    assertThat(properties).isEqualTo(stamped(sender));
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

    assertThat(properties).isEqualTo(stamped(sender));
  }

  @Test
  void whatTheApplicationHasPutThereStays() {
    properties.put("x_request_id", "theirs");
    try (ContextScope scope = Context.received(PARENT, "r1").open()) {
      assertThat(scope).isNotNull();
      JmsContext.stamp(message());
    }

    assertThat(properties).containsEntry("x_request_id", "theirs").containsKey("traceparent");
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
  void theUserWhomAMessageNamesIsBelievedOnlyIfAsked() {
    properties.put("JMSXUserID", "clerk");
    assertThat(received().user()).isNull();

    Propagation.start(
        ContextSettings.read(TestSettings.of(Map.of("sereno.context.message-user", "true"))),
        name -> false,
        new Figures().failures());
    assertThat(received().user()).isEqualTo("clerk");
  }

  @Test
  void aProducerThatIsUsedAgainTakesTheNewContextAlong() {
    JMSProducer producer = fake(JMSProducer.class);
    stampFor(Context.received(PARENT, "r1"), producer);

    Context next = Context.received(null, "r2");
    stampFor(next, producer);
    assertThat(properties).isEqualTo(stamped(next));

    JmsContext.stamp(producer); // for nobody
    assertThat(received().requestId()).isNull();
    assertThat(received().traceId()).isNotEqualTo(next.traceId());

    stampFor(next, producer);
    assertThat(properties).isEqualTo(stamped(next));
  }

  @Test
  void whatTheApplicationHasPutUponAStampStays() {
    JMSProducer producer = fake(JMSProducer.class);
    stampFor(Context.received(PARENT, "r1"), producer);
    properties.put("x_request_id", "theirs");
    Context next = Context.received(null, "r2");
    stampFor(next, producer);

    assertThat(properties)
        .containsEntry("x_request_id", "theirs")
        .containsEntry("traceparent", next.traceparent());
  }

  private static void stampFor(Context context, JMSProducer producer) {
    try (ContextScope scope = context.open()) {
      assertThat(scope).isNotNull();
      JmsContext.stamp(producer);
    }
  }

  private static Map<String, Object> stamped(Context context) {
    return Map.of(
        "traceparent",
        String.valueOf(context.traceparent()),
        "x_request_id",
        String.valueOf(context.requestId()),
        "x_sereno_stamp",
        context.traceparent() + " " + context.requestId());
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
