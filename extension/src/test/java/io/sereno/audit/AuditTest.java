package io.sereno.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.Audited;
import io.sereno.FakeRequest;
import io.sereno.FakeResponse;
import io.sereno.RecordedLogs;
import io.sereno.Sensitive;
import io.sereno.context.Context;
import io.sereno.endpoints.Door;
import io.sereno.endpoints.DoorSettings;
import io.sereno.endpoints.Endpoint;
import io.sereno.figures.Figures;
import io.sereno.invocation.BeanMethod;
import io.sereno.redaction.RedactionSettings;
import io.sereno.redaction.Redactor;
import io.sereno.redaction.SecretSamples;
import io.sereno.settings.Settings;
import io.sereno.settings.TestSettings;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditTest {

  private static final Instant WHEN = Instant.parse("2026-11-23T09:41:07.515Z");

  static class Invoices {
    @Audited("invoice.approve")
    public void approve(long id, @Sensitive String note) {}

    @Audited
    public void pay() {}

    public void list() {}
  }

  private final Settings settings =
      TestSettings.of(
          Map.of(
              "sereno.audit.recent",
              "2",
              "sereno.audit.access",
              "public",
              Invoices.class.getName() + "/pay/Audited/value",
              "invoice.payment"));
  private final AuditSettings own = AuditSettings.read(settings);
  private final Audit audit =
      new Audit(own, new Redactor(new RedactionSettings(List.of())), new Figures());

  private final RecordedLogs logs = new RecordedLogs(AuditLog.LOGGER);

  @AfterEach
  void forget() {
    logs.close();
  }

  @Test
  void writesWhoWhatOnWhatWhenAndHowItEnded() throws Exception {
    AuditedMethod approve = plan("approve");
    String on = audit.show(approve, () -> new Object[] {42L, "between us"});

    audit.ended(approve, WHEN, on, null);

    LogRecord record = logs.records().get(0);
    assertThat(record.getInstant()).isEqualTo(WHEN);
    assertThat(message(record)).isEqualTo("anonymous invoice.approve id=42, note=***: success");
    assertThat(record.getParameters()[1])
        .isEqualTo(
            Map.of(
                "event.kind", "event",
                "event.action", "invoice.approve",
                "event.outcome", "success",
                "audit.parameters", "id=42, note=***"));
  }

  @Test
  void saysWhyACallFailed() throws Exception {
    audit.ended(plan("pay"), WHEN, "", new IllegalStateException("a detail that stays here"));

    assertThat(message(logs.records().get(0))).isEqualTo("anonymous invoice.payment: failure");
    assertThat(logs.records().get(0).getParameters()[1])
        .isEqualTo(
            Map.of(
                "event.kind", "event",
                "event.action", "invoice.payment",
                "event.outcome", "failure",
                "error.type", "java.lang.IllegalStateException"));
  }

  @Test
  void aChangeThatWasRolledBackIsAFailureWithoutException() {
    Context clerk = new Context("r1", null, null, "clerk", "192.0.2.1", null, null, null);
    AuditEvent event =
        new AuditEvent(
            AuditKind.ENTITY,
            WHEN,
            clerk,
            "entity.updated",
            Map.of(AuditField.ENTITY_ID, "7", AuditField.ENTITY_TYPE, "Invoice"),
            "");

    audit.log().write(event);

    assertThat(message(logs.records().get(0))).isEqualTo("clerk entity.updated Invoice 7: failure");
  }

  @Test
  void eventsCountByKindAndOutcomeFromZero() throws Exception {
    Figures figures = new Figures();
    Audit counted = new Audit(own, new Redactor(new RedactionSettings(List.of())), figures);
    counted.ended(plan("pay"), WHEN, "", new IllegalStateException("expected by a test"));
    counted.ended(plan("pay"), WHEN, "", null);
    counted.ended(plan("pay"), WHEN, "", null);
    counted.log().write(AuditEvent.ofSystem(Context.NONE, "level.changed", "com.acme"));

    Map<String, Long> counts = new TreeMap<>();
    figures.forEach(
        figure -> {
          if (figure.name().equals("sereno.audit.events")) {
            counts.put(
                figure.tags().get("kind") + " " + figure.tags().get("outcome"),
                figure.value().getAsLong());
          }
        });
    assertThat(counts)
        .isEqualTo(
            Map.of(
                "call success", 2L,
                "call failure", 1L,
                "entity success", 0L,
                "entity failure", 0L,
                "system success", 1L,
                "system failure", 0L));
  }

  @Test
  void whatAUserWroteIsNoFormat() {
    Context hostile = new Context(null, null, null, "{1} it's {0}", null, null, null, null);

    audit.log().write(new AuditEvent(AuditKind.CALL, WHEN, hostile, "x", Map.of(), null));

    assertThat(message(logs.records().get(0))).isEqualTo("{1} it's {0} x: success");
  }

  @Test
  void masksWhatIsSecretInItsTexts() {
    audit
        .log()
        .write(
            AuditEvent.ofSystem(Context.NONE, "key.rotate", "for 4111 1111 1111 1111, token=abc"));

    assertThat(message(logs.records().get(0)))
        .isEqualTo("anonymous key.rotate for ***, token=***: success");
  }

  @Test
  void noSecretComesOutOfTheLogOrThePage() throws Exception {
    Endpoint page =
        audit.endpoint(own.endpoint(), new Door(DoorSettings.read(settings), own.endpoint()));
    for (SecretSamples.Positive positive : SecretSamples.positives()) {
      String line = positive.line();
      Context caller = new Context(null, null, null, line, null, null, line, null);
      audit.log().write(AuditEvent.ofSystem(caller, "key.rotate", line));

      LogRecord record = logs.records().remove(0);
      assertThat(message(record)).doesNotContain(positive.secret());
      assertThat(String.valueOf(record.getParameters()[1])).doesNotContain(positive.secret());
      FakeResponse response = new FakeResponse();
      page.service(
          (jakarta.servlet.ServletRequest) new FakeRequest("GET", "/app/sereno/audit").get(),
          response.get());
      JsonObject event =
          Json.createReader(new StringReader(response.body()))
              .readObject()
              .getJsonArray("events")
              .getJsonObject(0);
      assertThat(event.getString("audit.parameters")).doesNotContain(positive.secret());
      assertThat(event.getString("user.name")).doesNotContain(positive.secret());
      assertThat(event.getString("url.path")).doesNotContain(positive.secret());
    }
  }

  @Test
  void plansOnlyWhatIsAudited() throws Exception {
    assertThat(audit.watch(method("list"), settings)).isFalse();
    assertThat(audit.watch(method("pay"), TestSettings.of(Map.of("Audited/enabled", "false"))))
        .isFalse();
  }

  @Test
  void showsTheLastEventsNewestFirst() throws Exception {
    for (String note : List.of("one", "two", "three")) {
      Context who = new Context(null, null, null, note, null, null, null, null);
      audit.log().write(new AuditEvent(AuditKind.CALL, WHEN, who, "x", Map.of(), null));
    }
    Endpoint endpoint =
        audit.endpoint(own.endpoint(), new Door(DoorSettings.read(settings), own.endpoint()));
    FakeResponse response = new FakeResponse();

    endpoint.service(
        (jakarta.servlet.ServletRequest) new FakeRequest("GET", "/app/sereno/audit").get(),
        response.get());

    assertThat(response.body())
        .isEqualTo(
            "{\"events\":["
                + "{\"@timestamp\":\"2026-11-23T09:41:07.515Z\",\"user.name\":\"three\","
                + "\"event.kind\":\"event\",\"event.action\":\"x\",\"event.outcome\":\"success\"},"
                + "{\"@timestamp\":\"2026-11-23T09:41:07.515Z\",\"user.name\":\"two\","
                + "\"event.kind\":\"event\",\"event.action\":\"x\",\"event.outcome\":\"success\"}"
                + "]}\n");
  }

  private AuditedMethod plan(String name) throws Exception {
    BeanMethod method = method(name);
    assertThat(audit.watch(method, settings)).isTrue();
    return audit.plan(Invoices.class, method.method()).orElseThrow();
  }

  private static BeanMethod method(String name) {
    for (Method method : Invoices.class.getDeclaredMethods()) {
      if (method.getName().equals(name)) {
        return new BeanMethod(Invoices.class, method);
      }
    }
    throw new IllegalArgumentException(name);
  }

  /** As any formatter puts it together. */
  private static String message(LogRecord record) {
    return new SimpleFormatter().formatMessage(record);
  }
}
