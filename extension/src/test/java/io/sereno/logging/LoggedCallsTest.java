package io.sereno.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.FakeCall;
import io.sereno.Logged;
import io.sereno.RecordedLogs;
import io.sereno.Sensitive;
import io.sereno.Severity;
import io.sereno.invocation.BeanMethod;
import io.sereno.invocation.CallObserver;
import io.sereno.invocation.Interest;
import io.sereno.logging.format.LogEntry;
import io.sereno.settings.Problem;
import io.sereno.settings.Settings;
import io.sereno.settings.TestSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoggedCallsTest {

  private final Exception failure = new IllegalStateException("expected by a test");
  private static final long MILLISECOND = 1_000_000;

  @SuppressWarnings("unused") // only the signatures matter
  static class Invoices {
    @Logged
    public void approve() {}

    @Logged(Severity.CRITICAL)
    public void pay() {}

    @Logged(arguments = true, result = true, entry = true)
    public String book(long id, @Sensitive String code) {
      return "";
    }

    @Logged(arguments = true, result = true)
    public void clear() {}

    @Logged(result = true)
    public String issueToken() {
      return "";
    }

    @Logged(result = true)
    @Sensitive(keep = Sensitive.Keep.LAST4)
    public String account() {
      return "";
    }

    @Logged(slowerThan = "500ms")
    public void ship() {}

    @Logged(slowerThan = "PT0.5S", slow = Severity.INFO, sample = 0)
    public void print() {}

    @Logged(value = Severity.DEBUG, slowerThan = "500ms")
    public void archive() {}

    @Logged(sample = 0.25, entry = true)
    public void count() {}

    @Logged(failure = Severity.INFO)
    public void guess() {}

    @Logged(slowerThan = "soon", sample = 1.5)
    public void wrong() {}

    public void list() {}
  }

  private final FakeCall call = new FakeCall();
  private final RecordedLogs logs = new RecordedLogs(Invoices.class.getName());

  @AfterEach
  void forget() {
    logs.close();
    Logger.getLogger(Invoices.class.getName()).setLevel(null);
  }

  @Test
  void writesOneRecordForACallThatSucceeded() throws Exception {
    CallObserver observer = observer("approve", Map.of());

    assertThat(observer.begun(call)).isEqualTo(Interest.ALL);
    observer.succeeded(call, 3_214_557, null);

    LogRecord record = logs.records().get(0);
    assertThat(record.getLevel()).isEqualTo(Level.INFO);
    assertThat(record.getMessage()).isEqualTo("Invoices.approve succeeded in 3.2 ms");
    assertThat(record.getParameters())
        .containsExactly(
            Map.of(
                "code.function.name",
                Invoices.class.getName() + ".approve",
                "event.outcome",
                "success",
                "event.duration",
                3_214_557L));
  }

  @Test
  void writesAnErrorWithTheExceptionForACallThatFailed() throws Exception {
    observer("approve", Map.of()).failed(call, MILLISECOND, failure);

    LogRecord record = logs.records().get(0);
    assertThat(record.getLevel()).isEqualTo(Level.SEVERE);
    assertThat(record.getMessage())
        .isEqualTo("Invoices.approve failed after 1.0 ms: java.lang.IllegalStateException");
    assertThat(record.getThrown()).isSameAs(failure);
  }

  @Test
  void aFailureIsNotLessThanASuccess() throws Exception {
    observer("pay", Map.of()).failed(call, 1, failure);
    observer("guess", Map.of()).failed(call, 1, failure);
    observer("guess", Map.of("Logged/value", "WARNING")).failed(call, 1, failure);

    assertThat(logs.records())
        .extracting(record -> record.getLevel().intValue())
        .containsExactly(1_100, 800, 900);
  }

  @Test
  void showsArgumentsAndResultAndTheEntryWhereAsked() throws Exception {
    FakeCall booking = new FakeCall(42L, "hunter2");
    CallObserver observer = observer("book", Map.of());
    observer.begun(booking);
    observer.succeeded(booking, MILLISECOND, "B-7");
    observer.failed(booking, MILLISECOND, failure);

    assertThat(messages())
        .containsExactly(
            "Invoices.book(id=42, code=***) entered",
            "Invoices.book(id=42, code=***) succeeded in 1.0 ms: B-7",
            "Invoices.book(id=42, code=***) failed after 1.0 ms: java.lang.IllegalStateException");
    assertThat(fields(logs.records().get(0)))
        .isEqualTo(
            Map.of(
                "code.function.name",
                Invoices.class.getName() + ".book",
                "labels.arguments",
                "id=42, code=***"));
    assertThat(fields(logs.records().get(1)))
        .containsEntry("labels.arguments", "id=42, code=***")
        .containsEntry("labels.result", "B-7");
  }

  @Test
  void aMethodWithoutArgumentsOrResultHasNone() throws Exception {
    observer("clear", Map.of()).succeeded(call, MILLISECOND, null);

    assertThat(messages()).containsExactly("Invoices.clear() succeeded in 1.0 ms");
  }

  @Test
  void aMethodThatTellsOfASecretHasItsResultMasked() throws Exception {
    observer("issueToken", Map.of()).succeeded(call, MILLISECOND, "t0k3n");

    assertThat(messages()).containsExactly("Invoices.issueToken succeeded in 1.0 ms: ***");
  }

  @Test
  void ofAResultAsMuchIsKeptAsItsMethodSays() throws Exception {
    observer("account", Map.of()).succeeded(call, MILLISECOND, "ES9121000418450200051332");

    assertThat(messages()).containsExactly("Invoices.account succeeded in 1.0 ms: ***1332");
  }

  @Test
  void anAsynchronousResultIsNotWaitedFor() throws Exception {
    observer("book", Map.of("Logged/arguments", "false"))
        .succeeded(call, MILLISECOND, new CompletableFuture<String>());

    assertThat(messages()).containsExactly("Invoices.book succeeded in 1.0 ms: CompletableFuture");
  }

  @Test
  void whatIsInTheMessageIsDataAndNoPattern() throws Exception {
    observer("book", Map.of())
        .succeeded(new FakeCall(42L, ""), MILLISECOND, "it's {0} {1} '{2}' {x ${jndi:x} %s\n");

    assertThat(messages())
        .containsExactly(
            "Invoices.book(id=42, code=***) succeeded in 1.0 ms: "
                + "it's {0} {1} '{2}' {x ${jndi:x} %s\n");
    assertThat(logs.records().get(0).getMessage()).isEqualTo("{0}");
  }

  @Test
  void aSlowCallIsAWarning() throws Exception {
    CallObserver observer = observer("ship", Map.of());
    observer.succeeded(call, 500 * MILLISECOND, null);
    observer.succeeded(call, 500 * MILLISECOND + 1, null);
    observer.failed(call, 501 * MILLISECOND, failure);

    assertThat(lines())
        .containsExactly(
            "INFO Invoices.ship succeeded in 500.0 ms",
            "WARNING Invoices.ship succeeded in 500.0 ms, slower than 500.0 ms",
            "SEVERE Invoices.ship failed after 501.0 ms: java.lang.IllegalStateException");
  }

  @Test
  void slowCallsAloneAreLoggedWithoutASample() throws Exception {
    CallObserver observer = observer("print", Map.of());
    assertThat(observer.begun(call)).isEqualTo(Interest.ALL);
    observer.succeeded(call, 3 * MILLISECOND, null);
    observer.succeeded(call, 812 * MILLISECOND, null);
    observer.failed(call, 3 * MILLISECOND, failure);

    assertThat(lines())
        .containsExactly(
            "INFO Invoices.print succeeded in 812.0 ms, slower than 500.0 ms",
            "SEVERE Invoices.print failed after 3.0 ms: java.lang.IllegalStateException");
  }

  @Test
  void aSlowCallIsTimedAlthoughOthersAreBelowTheirLevel() throws Exception {
    CallObserver observer = observer("archive", Map.of());
    assertThat(observer.begun(call)).isEqualTo(Interest.ALL);
    observer.succeeded(call, 3 * MILLISECOND, null);
    observer.succeeded(call, 812 * MILLISECOND, null);

    assertThat(lines())
        .containsExactly("WARNING Invoices.archive succeeded in 812.0 ms, slower than 500.0 ms");
  }

  @Test
  void aSampleHasBothRecordsOfACallOrNone() throws Exception {
    CallObserver observer = observer("count", Map.of());
    for (int i = 0; i < 4_000; i++) {
      FakeCall one = new FakeCall();
      int before = logs.records().size();
      observer.begun(one);
      observer.succeeded(one, 1, null);
      assertThat(logs.records().size() - before).isIn(0, 2);
    }

    assertThat(logs.records().size() / 2).isBetween(850, 1_150);
  }

  @Test
  void belowTheLoggersLevelNothingIsTouchedUntilACallFails() throws Exception {
    CallObserver observer = observer("book", Map.of("Logged/value", "DEBUG"));

    assertThat(observer.begun(FakeCall.untouchable())).isEqualTo(Interest.ENCLOSING);
    observer.succeeded(FakeCall.untouchable(), CallObserver.UNTIMED, new Object());
    assertThat(logs.records()).isEmpty();

    observer.failed(new FakeCall(42L, ""), CallObserver.UNTIMED, failure);
    assertThat(lines())
        .containsExactly(
            "SEVERE Invoices.book(id=42, code=***) failed: java.lang.IllegalStateException");
    assertThat(fields(logs.records().get(0))).doesNotContainKey("event.duration");
  }

  @Test
  void aLoggerThatIsOffIsNotTold() throws Exception {
    Logger.getLogger(Invoices.class.getName()).setLevel(Level.OFF);
    CallObserver observer = observer("book", Map.of());

    assertThat(observer.begun(FakeCall.untouchable())).isEqualTo(Interest.NONE);
    observer.failed(FakeCall.untouchable(), CallObserver.UNTIMED, failure);

    assertThat(logs.records()).isEmpty();
  }

  @Test
  void configurationOverridesEveryMember() throws Exception {
    String prefix = Invoices.class.getName() + "/book/Logged/";
    CallObserver observer =
        observer(
            "book",
            Map.of(
                prefix + "value", "WARNING",
                prefix + "failure", "CRITICAL",
                prefix + "slow", "ERROR",
                prefix + "slowerThan", "1s",
                prefix + "arguments", "false",
                prefix + "result", "false",
                prefix + "entry", "false",
                prefix + "sample", "0.999999"));
    observer.begun(call);
    observer.succeeded(call, 1, "");
    observer.succeeded(call, 2_000 * MILLISECOND, "");
    observer.failed(call, 1, failure);

    assertThat(lines())
        .containsExactly(
            "WARNING Invoices.book succeeded in 0.000 ms",
            "SEVERE Invoices.book succeeded in 2000.0 ms, slower than 1000.0 ms",
            "1100 Invoices.book failed after 0.000 ms: java.lang.IllegalStateException");
    assertThat(observer("approve", Map.of(Invoices.class.getName() + "/Logged/enabled", "false")))
        .isSameAs(CallObserver.noop());
  }

  @Test
  void whatCannotBeUsedIsToldWithItsPlace() throws Exception {
    String place = " of " + Invoices.class.getName() + ".wrong";
    String duration = "write a duration such as 500ms, 10s, 5m or PT5M, or none for never";
    String fraction = "write a number from 0 to 1";

    assertThat(problems("wrong", Map.of()))
        .containsExactly(
            new Problem("@Logged(slowerThan)" + place, "soon", duration),
            new Problem("@Logged(sample)" + place, "1.5", fraction));
    assertThat(problems("wrong", Map.of("Logged/slowerThan", "none", "Logged/sample", "0.5")))
        .isEmpty();
    assertThat(
            problems(
                "approve",
                Map.of(
                    "Logged/slowerThan", "-5s",
                    "Logged/sample", "-1",
                    "Logged/arguments", "maybe",
                    "Logged/slow", "very")))
        .containsExactlyInAnyOrder(
            new Problem("Logged/slowerThan", "-5s", duration),
            new Problem("Logged/sample", "-1", fraction),
            new Problem("Logged/arguments", "maybe", "write true or false"),
            new Problem(
                "Logged/slow", "very", "write one of DEBUG, INFO, WARNING, ERROR, CRITICAL"));
  }

  @Test
  void methodsWithoutAnnotationAreNotObserved() throws Exception {
    assertThat(observer("list", Map.of())).isSameAs(CallObserver.noop());
  }

  private List<String> messages() {
    return logs.records().stream().map(LogEntry::message).toList();
  }

  private List<String> lines() {
    return logs.records().stream()
        .map(record -> record.getLevel().getName() + ' ' + LogEntry.message(record))
        .map(line -> line.replaceFirst("^FATAL", "1100"))
        .toList();
  }

  private static Map<String, Object> fields(LogRecord record) {
    Map<String, Object> fields = new HashMap<>();
    Stream.of(record.getParameters())
        .filter(Map.class::isInstance)
        .forEach(map -> ((Map<?, ?>) map).forEach((key, value) -> fields.put((String) key, value)));
    return fields;
  }

  private static List<Problem> problems(String method, Map<String, String> values) {
    Settings settings = TestSettings.of(values);
    observe(method, settings);
    return settings.problems();
  }

  private static CallObserver observer(String method, Map<String, String> values) {
    return observe(method, TestSettings.of(values));
  }

  private static CallObserver observe(String method, Settings settings) {
    return TestLogging.of(settings)
        .observe(
            new BeanMethod(
                Invoices.class,
                Stream.of(Invoices.class.getMethods())
                    .filter(each -> each.getName().equals(method))
                    .findFirst()
                    .orElseThrow()),
            settings);
  }
}
