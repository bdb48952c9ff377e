package io.sereno.logging.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sereno.settings.Problem;
import io.sereno.settings.Settings;
import io.sereno.settings.TestSettings;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

public class JsonFormatterTest {

  private final JsonFormatter formatter = formatter(Map.of());

  @Test
  void writesEcsInEcsLoggingsOrder() {
    Thread.currentThread().setName("main");
    LogRecord record = record(Level.INFO, "Invoice {0} approved");
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("event.outcome", "success");
    fields.put("event.duration", 12L);
    record.setParameters(new Object[] {42, fields});

    assertThat(formatter.format(record))
        .isEqualTo(
            "{\"@timestamp\":\"2026-11-23T09:41:07.512Z\",\"log.level\":\"INFO\","
                + "\"message\":\"Invoice 42 approved\",\"ecs.version\":\"8.17.0\","
                + "\"process.thread.name\":\"main\",\"log.logger\":\"com.acme.Invoices\","
                + "\"event.outcome\":\"success\",\"event.duration\":12}\n");
  }

  @Test
  void saysTheGuidesLevels() {
    assertThat(json(record(Level.FINEST, "x")).getString("log.level")).isEqualTo("DEBUG");
    assertThat(json(record(Level.CONFIG, "x")).getString("log.level")).isEqualTo("DEBUG");
    assertThat(json(record(Level.WARNING, "x")).getString("log.level")).isEqualTo("WARNING");
    assertThat(json(record(Level.SEVERE, "x")).getString("log.level")).isEqualTo("ERROR");
    assertThat(json(record(Level.parse("1100"), "x")).getString("log.level")).isEqualTo("CRITICAL");
  }

  @Test
  void tellsTheExceptionWithItsCauses() {
    LogRecord record = record(Level.SEVERE, "failed");
    record.setThrown(new IllegalStateException("outer", new IllegalArgumentException("inner")));

    JsonObject json = json(record);

    assertThat(json.getString("error.type")).isEqualTo("java.lang.IllegalStateException");
    assertThat(json.getString("error.message")).isEqualTo("outer");
    assertThat(json.getString("error.stack_trace"))
        .startsWith("java.lang.IllegalStateException: outer\n\tat ")
        .contains("Caused by: java.lang.IllegalArgumentException: inner");
  }

  @Test
  void showsTheMdcMasksSecretsAndKeepsCollidingKeys() {
    MDC.put("tenant", "acme");
    MDC.put("password", "hunter2");
    MDC.put("message", "not the message");
    try {
      JsonObject json = json(record(Level.INFO, "the message"));

      assertThat(json.getString("tenant")).isEqualTo("acme");
      assertThat(json.getString("password")).isEqualTo("***");
      assertThat(json.getString("message")).isEqualTo("the message");
      assertThat(json.getString("labels.message")).isEqualTo("not the message");
    } finally {
      MDC.clear();
    }
  }

  @Test
  void aContextThatAThreadHasInheritedIsAnothers() {
    MDC.put("trace.id", "0af7651916cd43dd8448eb211c80319c");
    MDC.put("span.id", "b7ad6b7169203331");
    MDC.put("user.name", "ada");
    MDC.put("tenant", "acme");
    try {
      JsonObject json = json(record(Level.INFO, "from a pooled thread"));

      assertThat(json).containsKey("tenant");
      assertThat(json).doesNotContainKeys("trace.id", "span.id", "user.name");
    } finally {
      MDC.clear();
    }
  }

  @Test
  void anApplicationsRecordDoesNotSpeakForTheContext() {
    LogRecord record = record(Level.INFO, "x");
    record.setParameters(new Object[] {Map.of("user.name", "eve")});

    assertThat(json(record)).doesNotContainKey("user.name");
    assertThat(json(record).getString("labels.user.name")).isEqualTo("eve");
  }

  @Test
  void aRecordOfOursMayTellOfTheContextOfAnothersWork() {
    LogRecord record = record(Level.INFO, "x");
    record.setLoggerName("io.sereno.audit");
    record.setParameters(new Object[] {Map.of("user.name", "clerk")});

    assertThat(json(record).getString("user.name")).isEqualTo("clerk");
  }

  @Test
  void takesTheMessageThatJBossRecordsPutTogether() {
    assertThat(json(new PrintfRecord("Deployed '%s'", "x.war")).getString("message"))
        .isEqualTo("Deployed 'x.war'");
  }

  @Test
  void writesWhatLogstashExpects() {
    Thread.currentThread().setName("main");
    LogRecord record = record(Level.SEVERE, "failed");
    record.setParameters(new Object[] {Map.of("invoice.id", 42)});
    record.setThrown(bare(new IllegalStateException("expected by a test")));

    assertThat(formatter(Map.of("schema", "logstash")).format(record))
        .isEqualTo(
            "{\"@timestamp\":\"2026-11-23T09:41:07.512Z\",\"@version\":\"1\",\"message\":\"failed\","
                + "\"logger_name\":\"com.acme.Invoices\",\"thread_name\":\"main\","
                + "\"level\":\"ERROR\",\"level_value\":40000,"
                + "\"stack_trace\":\"java.lang.IllegalStateException: expected by a test\\n\","
                + "\"invoice.id\":42}\n");
  }

  @Test
  void leavesOutRenamesAndAdds() {
    JsonFormatter formatter =
        formatter(
            Map.of(
                "exclude", "ecs.version,process.thread.name,tenant",
                "rename", "log.level=severity,message=msg",
                "add", "service.name=invoicing,service.version=1\\,2,api.token=hunter2"));
    LogRecord record = record(Level.INFO, "x");
    record.setParameters(new Object[] {Map.of("tenant", "acme", "msg", "of its own")});

    assertThat(formatter.format(record))
        .isEqualTo(
            "{\"@timestamp\":\"2026-11-23T09:41:07.512Z\",\"severity\":\"INFO\",\"msg\":\"x\","
                + "\"service.name\":\"invoicing\",\"service.version\":\"1,2\",\"api.token\":\"***\","
                + "\"log.logger\":\"com.acme.Invoices\",\"labels.msg\":\"of its own\"}\n");
  }

  @Test
  void includesOnlyWhatIsAskedFor() {
    assertThat(formatter(Map.of("include", "message,log.level")).format(record(Level.INFO, "x")))
        .isEqualTo("{\"log.level\":\"INFO\",\"message\":\"x\"}\n");
  }

  @Test
  void saysInWhichEnvironment() {
    FormatterContext production = TestFormatters.around(16_384, Optional.of("production"));

    assertThat(
            new JsonFormatter(TestSettings.of(Map.of()), production)
                .format(record(Level.INFO, "x")))
        .contains("\"service.environment\":\"production\"");
  }

  @Test
  void tellsWhatCannotBeUsed() {
    Settings settings =
        TestSettings.of(Map.of("schema", "gelf", "stack-trace.max-bytes", "1", "rename", "a"));

    JsonFormatter unused = new JsonFormatter(settings, TestFormatters.around());

    assertThat(unused).isNotNull();
    assertThat(settings.problems())
        .containsExactly(
            new Problem("schema", "gelf", "write one of ecs, logstash"),
            new Problem("rename", "a", "write name=value with commas between them"),
            new Problem(
                "stack-trace.max-bytes",
                "1",
                "write a size of at least 256B, such as 16KiB or 1MiB"));
  }

  @Test
  void countsTheLinesThatItCuts() {
    FormatterContext around = TestFormatters.around(1_024, Optional.empty());
    JsonFormatter small = new JsonFormatter(TestSettings.of(Map.of()), around);

    small.format(record(Level.INFO, "x"));
    assertThat(around.cut().sum()).isZero();
    small.format(record(Level.INFO, "x".repeat(2_000)));
    assertThat(around.cut().sum()).isEqualTo(1);
  }

  @Test
  void aServerSetsItByProperties() {
    JsonFormatter formatter = new JsonFormatter();

    formatter.setSchema("logstash");
    formatter.setExclude("thread_name");

    assertThat(formatter.format(record(Level.INFO, "x")))
        .isEqualTo(
            "{\"@timestamp\":\"2026-11-23T09:41:07.512Z\",\"@version\":\"1\",\"message\":\"x\","
                + "\"logger_name\":\"com.acme.Invoices\",\"level\":\"INFO\",\"level_value\":20000}\n");
    assertThatThrownBy(() -> formatter.setSchema("gelf"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("[schema = \"gelf\": write one of ecs, logstash]");
  }

  @Test
  void survivesHostileExceptionsAndParameters() {
    LogRecord record = record(Level.SEVERE, "{0}");
    record.setThrown(
        new IllegalStateException() {
          private static final long serialVersionUID = 1L;

          @Override
          public String getMessage() {
            throw new IllegalStateException("hostile");
          }
        });
    record.setParameters(
        new Object[] {
          new Object() {
            @Override
            public String toString() {
              throw new StackOverflowError("expected by a test");
            }
          }
        });

    assertThat(json(record).getString("message")).isEqualTo("{0}");
  }

  @Test
  void survivesRecordsWithoutAnything() {
    LogRecord record = new LogRecord(Level.INFO, null);

    assertThat(json(record).getString("message")).isEqualTo("null");
    assertThat(json(record).getString("log.logger")).isEmpty();
  }

  private static JsonFormatter formatter(Map<String, String> settings) {
    return new JsonFormatter(TestSettings.of(settings), TestFormatters.around());
  }

  @Test
  void fieldsThatWouldHideOthersAreProblemsAndMisspeltOnesWarnings() {
    Settings own =
        TestSettings.of(
            Map.of(
                "rename", "message=log.level,span.id=span",
                "add", "log.logger=mine",
                "exclude", "mesage,tenant"));

    new JsonFormatter(own, TestFormatters.around());

    assertThat(own.problems())
        .extracting(problem -> problem.where() + "=" + problem.found())
        .containsExactlyInAnyOrder("rename=log.level", "add=log.logger");
    assertThat(own.warnings())
        .extracting(Problem::toString)
        .containsExactly("exclude = \"mesage\": write message, if that is meant");
  }

  private static LogRecord record(Level level, String message) {
    LogRecord record = new LogRecord(level, message);
    record.setLoggerName("com.acme.Invoices");
    record.setInstant(Instant.parse("2026-11-23T09:41:07.512345Z"));
    return record;
  }

  private static Throwable bare(Throwable thrown) {
    thrown.setStackTrace(new StackTraceElement[0]);
    return thrown;
  }

  private JsonObject json(LogRecord record) {
    return Json.createReader(new StringReader(formatter.format(record))).readObject();
  }

  /** As JBoss LogManager's records are. */
  public static final class PrintfRecord extends LogRecord {
    private static final long serialVersionUID = 1L;

    PrintfRecord(String format, Object... parameters) {
      super(Level.INFO, format);
      setParameters(parameters);
    }

    public String getFormattedMessage() {
      return String.format(getMessage(), getParameters());
    }
  }
}
