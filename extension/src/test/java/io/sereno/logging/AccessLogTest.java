package io.sereno.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.FakeRequest;
import io.sereno.RecordedLogs;
import io.sereno.context.Context;
import io.sereno.context.EndedRequest;
import io.sereno.figures.Figures;
import io.sereno.redaction.RedactionSettings;
import io.sereno.redaction.Redactor;
import io.sereno.settings.Settings;
import io.sereno.settings.TestSettings;
import jakarta.servlet.ServletException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessLogTest {

  private static final Context CLERK =
      new Context("r1", "t1", "s1", "clerk", "192.0.2.1", "GET", "/app/invoices/42", "/app/{x}");

  private final RecordedLogs logs = new RecordedLogs(AccessLog.LOGGER);

  @AfterEach
  void close() {
    logs.close();
  }

  @Test
  void tellsOfARequestInOneLine() {
    access(Map.of()).ended(ended(CLERK, 200, 1_234, null));

    assertThat(logs.records())
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.getMessage()).isEqualTo("GET /app/invoices/42 200 3.2 ms");
              assertThat(record.getLevel()).isEqualTo(Level.INFO);
              assertThat(record.getParameters())
                  .containsExactly(
                      Map.of(
                          "http.response.status_code",
                          200,
                          "event.duration",
                          3_150_000L,
                          "http.response.body.bytes",
                          1_234L));
            });
  }

  @ParameterizedTest
  @CsvSource({"200, INFO", "302, INFO", "399, INFO", "400, WARNING", "499, WARNING"})
  void refusalsAreWarnings(int status, String level) {
    access(Map.of()).ended(ended(CLERK, status, 0, null));

    assertThat(logs.records().get(0).getLevel().getName()).isEqualTo(level);
  }

  @Test
  void aFailureIsAnErrorThatNamesItsTypeOnly() {
    Throwable failure = new ServletException(new IllegalStateException("secret"));
    access(Map.of()).ended(ended(CLERK, 500, EndedRequest.UNKNOWN, failure));

    LogRecord record = logs.records().get(0);
    assertThat(record.getLevel().intValue()).isEqualTo(Level.SEVERE.intValue());
    assertThat(record.getThrown()).isNull();
    assertThat(record.getParameters())
        .containsExactly(
            Map.of(
                "http.response.status_code",
                500,
                "event.duration",
                3_150_000L,
                "error.type",
                "java.lang.IllegalStateException"));
  }

  @Test
  void carriesItsRequestsContextAndTheApplicationsClassLoaderOnAnyThread() {
    AtomicReference<@Nullable Context> context = new AtomicReference<>();
    AtomicReference<@Nullable ClassLoader> loader = new AtomicReference<>();
    Handler spy =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            context.set(Context.current());
            loader.set(Thread.currentThread().getContextClassLoader());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger(AccessLog.LOGGER);
    logger.addHandler(spy);
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(null);
    try {
      access(Map.of()).ended(ended(CLERK, 200, 0, null));
      assertThat(Thread.currentThread().getContextClassLoader()).isNull();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
      logger.removeHandler(spy);
    }

    assertThat(context.get()).isEqualTo(CLERK);
    assertThat(loader.get()).isSameAs(AccessLogTest.class.getClassLoader());
    assertThat(Context.current()).isSameAs(Context.NONE);
  }

  @Test
  void aPathIsNoFormat() {
    Context hostile = new Context(null, null, null, null, null, "GET", "/app/{0}", null);
    access(Map.of()).ended(ended(hostile, 200, 0, null));

    assertThat(logs.records().get(0).getMessage()).isEqualTo("GET /app/%7B0} 200 3.2 ms");
  }

  @Test
  void leavesOutWhatIsScrapedUnlessTold() {
    access(Map.of()).ended(ended(CLERK, "/sereno/health/live"));
    access(Map.of("sereno.logging.access.exclude", "/static, *.css"))
        .ended(ended(CLERK, "/static/x"));
    assertThat(logs.records()).isEmpty();

    access(Map.of("sereno.logging.access.exclude", "none")).ended(ended(CLERK, "/sereno/health"));
    assertThat(logs.records()).hasSize(1);
  }

  @Test
  void notesNothingUnlessAsked() {
    FakeRequest request = new FakeRequest("GET", "/app/x").header("User-Agent", "curl");

    assertThat(access(Map.of()).note(request.get())).isEmpty();
  }

  @Test
  void notesQueryAndHeadersReadably() {
    FakeRequest request =
        new FakeRequest("GET", "/app/x")
            .query("q=a%20b&c=%FF")
            .header("User-Agent", "na%C3%AFve")
            .header("X-Twice", "1", "2");
    Map<String, Object> noted =
        access(
                Map.of(
                    "sereno.logging.access.query",
                    "true",
                    "sereno.logging.access.headers",
                    "User-Agent, x-twice, X-Missing"))
            .note(request.get());

    assertThat(noted)
        .isEqualTo(
            Map.of(
                "url.query", "q=a b&c=%FF",
                "http.request.header.user-agent", "na\u00efve",
                "http.request.header.x-twice", "1, 2"));
  }

  @ParameterizedTest
  @CsvSource({
    "password=hun%26ter2&x=1, password=***&x=1",
    "x=1&pass%77ord=hun%26ter2, x=1&password=***",
    "password=hun%3Bter2;hun%20ter2&x=%61, password=***&x=a",
    "a=%31;password=hun%26ter2;b=2, a=1;password=***",
    "next=/a?password=hun%26ter2, next=/a?password=***",
    "&&a=b=%3D;;&c, &&a=b==;;&c",
  })
  void noSecretIsCutOpenByItsDecoding(String query, String noted) {
    FakeRequest request =
        new FakeRequest("GET", "/app/x")
            .query(query)
            .header("Referer", "/y?token='hun%27 ter2'&password=hun%26ter2&z=%20");

    assertThat(
            access(
                    Map.of(
                        "sereno.logging.access.query",
                        "true",
                        "sereno.logging.access.headers",
                        "Referer"))
                .note(request.get()))
        .isEqualTo(
            Map.of(
                "url.query",
                noted,
                "http.request.header.referer",
                "/y?token=***&password=***&z= "));
  }

  @Test
  void refusesSettingsThatMeanNothing() {
    Settings settings =
        TestSettings.of(
            Map.of(
                "sereno.logging.access.exclude", "health",
                "sereno.logging.access.headers", "User Agent"));
    new AccessLog(settings, List.of(), around());

    assertThat(settings.problems())
        .extracting(Object::toString)
        .satisfiesExactly(
            problem -> assertThat(problem).contains("sereno.logging.access.exclude", "health"),
            problem -> assertThat(problem).contains("sereno.logging.access.headers", "User Agent"));
  }

  private static AccessLog access(Map<String, String> settings) {
    return new AccessLog(
        TestSettings.of(settings), List.of("/sereno/health", "/sereno/metrics"), around());
  }

  @Test
  void tellsOfStatementsWhereThereWereSome() {
    access(Map.of())
        .ended(new EndedRequest(CLERK, "/x", 200, 3_150_000, 7, 12, 2_500_000, null, Map.of()));

    assertThat(logs.records())
        .singleElement()
        .satisfies(
            record ->
                assertThat(record.getParameters())
                    .containsExactly(
                        Map.of(
                            "http.response.status_code",
                            200,
                            "event.duration",
                            3_150_000L,
                            "http.response.body.bytes",
                            7L,
                            "db.queries",
                            12L,
                            "db.query.duration",
                            2_500_000L)));
  }

  private static Logging.Surroundings around() {
    return new Logging.Surroundings(
        new Redactor(RedactionSettings.read(TestSettings.of(Map.of()))),
        new Figures(),
        AccessLogTest.class.getClassLoader(),
        change -> {});
  }

  private static EndedRequest ended(
      Context context, int status, long bytes, @Nullable Throwable failure) {
    return new EndedRequest(context, "/x", status, 3_150_000, bytes, 0, 0, failure, Map.of());
  }

  private static EndedRequest ended(Context context, String resource) {
    return new EndedRequest(context, resource, 200, 1, 0, 0, 0, null, Map.of());
  }
}
