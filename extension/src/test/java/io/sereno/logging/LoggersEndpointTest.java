package io.sereno.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.FakeRequest;
import io.sereno.FakeResponse;
import io.sereno.endpoints.Door;
import io.sereno.endpoints.DoorSettings;
import io.sereno.endpoints.Endpoint;
import io.sereno.endpoints.EndpointSettings;
import io.sereno.figures.Figures;
import io.sereno.settings.Settings;
import io.sereno.settings.TestSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoggersEndpointTest {

  private static final String JSON = "application/json";
  private static final String TOKEN = "sereno.endpoints.token";
  private static final String AUDIT = "sereno.logging.loggers.\"io.sereno.audit\"";

  private final List<String> changes = new CopyOnWriteArrayList<>();
  private final Map<String, String> keys = new HashMap<>();
  private final Logger logger = Logger.getLogger("at.run.time");
  private Logging logging = start(Map.of(TOKEN, "s3same"));

  @AfterEach
  void stop() {
    logging.stop();
  }

  @Test
  void listsTheLevelsAsTheyAre() {
    Logger.getLogger("has.logged").warning("something");

    assertThat(call("GET", null, null, null).body())
        .isEqualTo(
            "{\"levels\":[\"DEBUG\",\"INFO\",\"WARNING\",\"ERROR\",\"CRITICAL\",\"OFF\"],\"loggers\":{"
                + "\"ROOT\":{\"configuredLevel\":\"INFO\",\"effectiveLevel\":\"INFO\"},"
                + "\"at.run.time\":{\"configuredLevel\":\"WARNING\",\"effectiveLevel\":\"WARNING\"},"
                + "\"has.logged\":{\"effectiveLevel\":\"INFO\"},"
                + "\"io.sereno.audit\":{\"configuredLevel\":\"INFO\",\"effectiveLevel\":\"INFO\"}}}\n");
    assertThat(call("GET", "/at.run.time.below", null, null).body())
        .isEqualTo("{\"effectiveLevel\":\"WARNING\"}\n");
  }

  @Test
  void setsALevelAndTakesItBack() {
    assertThat(put("/at.run.time", "{\"level\":\"debug\"}").body())
        .isEqualTo("{\"configuredLevel\":\"DEBUG\",\"effectiveLevel\":\"DEBUG\"}\n");
    assertThat(logger.getLevel()).isEqualTo(Level.FINE);

    assertThat(call("DELETE", "/at.run.time", null, null).status()).isEqualTo(200);
    assertThat(logger.getLevel()).isEqualTo(Level.INFO);
    assertThat(changes)
        .containsExactly(
            "sys_monitor_enabled logger=at.run.time level=DEBUG before=WARNING",
            "sys_monitor_disabled logger=at.run.time level=WARNING before=DEBUG");
  }

  @Test
  void saysWhenALevelReverts() {
    assertThat(put("/at.run.time", "{\"level\":\"DEBUG\",\"for\":\"PT10M\"}").body())
        .matches(
            "\\{\"configuredLevel\":\"DEBUG\",\"effectiveLevel\":\"DEBUG\","
                + "\"revertsAt\":\"20[^\"]+\"}\n");
    assertThat(changes)
        .containsExactly(
            "sys_monitor_enabled logger=at.run.time level=DEBUG before=WARNING for=PT10M");
  }

  @Test
  void saysWhenTheServersLevelHolds() {
    assertThat(put("/ROOT", "{\"level\":\"DEBUG\"}").body())
        .isEqualTo(
            "{\"configuredLevel\":\"DEBUG\",\"effectiveLevel\":\"INFO\",\"note\":"
                + "\"The server's level of this logger is higher: set a level on a logger below,"
                + " or name the application's in sereno.logging.application-loggers.\"}\n");
    assertThat(changes)
        .containsExactly("sys_monitor_enabled logger=ROOT level=INFO before=INFO asked=DEBUG");
  }

  @Test
  void aDisabledLoggerIsOff() {
    Logger existing = Logger.getLogger("there.before");
    logging.stop();
    logging = start(Map.of(TOKEN, "s3same", "sereno.logging.disable-existing-loggers", "true"));

    assertThat(call("GET", "/there.before", null, null).body())
        .isEqualTo("{\"effectiveLevel\":\"OFF\"}\n");
    put("/there.before", "{\"level\":\"INFO\"}");
    assertThat(call("GET", "/there.before", null, null).body())
        .isEqualTo("{\"configuredLevel\":\"INFO\",\"effectiveLevel\":\"INFO\"}\n");
    assertThat(existing.isLoggable(Level.INFO)).isTrue();
  }

  @Test
  void loggersThatHaveLoggedStayInTheListWhenALevelChanges() {
    Logger.getLogger("has.logged.before").warning("something");

    put("/at.run.time", "{\"level\":\"DEBUG\"}");

    assertThat(call("GET", null, null, null).body()).contains("\"has.logged.before\"");
  }

  @Test
  void afterTheStopLevelsStayAsTheyWereFound() {
    logging.stop();

    put("/at.run.time", "{\"level\":\"DEBUG\",\"for\":\"PT10M\"}");

    assertThat(logger.getLevel()).isNull();
  }

  @Test
  void aLoggerThatNobodyNamedIsReleasedAgain() {
    put("/new.one", "{\"level\":\"DEBUG\"}");
    assertThat(Logger.getLogger("new.one").getLevel()).isEqualTo(Level.FINE);

    put("/new.one", "{\"level\":null}");
    assertThat(Logger.getLogger("new.one").getLevel()).isNull();
  }

  @Test
  void theRootIsTheApplicationsRoot() {
    Level before = Logger.getLogger("").getLevel();

    put("/ROOT", "{\"level\":\"ERROR\"}");

    assertThat(call("GET", "/anything", null, null).body())
        .isEqualTo("{\"effectiveLevel\":\"ERROR\"}\n");
    assertThat(Logger.getLogger("").getLevel()).isEqualTo(before);
  }

  @Test
  void theAuditCannotBeSilenced() {
    logging.stop();
    logging = start(Map.of(TOKEN, "s3same", AUDIT + ".handlers", "none"));

    assertThat(put("/io.sereno.audit", "{\"level\":\"OFF\"}").status()).isEqualTo(403);
    assertThat(changes).isEmpty();
    put("/io.sereno", "{\"level\":\"OFF\"}");
    put("/ROOT", "{\"level\":\"OFF\"}");

    assertThat(call("GET", "/io.sereno.audit", null, null).body())
        .isEqualTo("{\"configuredLevel\":\"INFO\",\"effectiveLevel\":\"INFO\"}\n");
    assertThat(Logger.getLogger("io.sereno.audit").isLoggable(Level.INFO)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "/x | application/json | {\"level\":\"LOUD\"} | 400",
        "/x | application/json | {\"level\":7} | 400",
        "/x | application/json | {\"level\":\"DEBUG\",\"for\":\"soon\"} | 400",
        "/x | application/json | {\"level\":\"DEBUG\",\"for\":\"-PT1S\"} | 400",
        "/x | application/json | {\"level\":\"DEBUG\",\"for\":\"P9999999999D\"} | 400",
        "/x | application/json | {\"level\":\"DEBUG\",\"extra\":1} | 400",
        "/x | application/json | {} | 400",
        "/x | application/json | [] | 400",
        "/x | application/json | nonsense | 400",
        "/x level=OFF | application/json | {\"level\":\"DEBUG\"} | 400",
        "/x=y | application/json | {\"level\":\"DEBUG\"} | 400",
        "/ | application/json | {\"level\":\"DEBUG\"} | 400",
        "/x | text/plain | {\"level\":\"DEBUG\"} | 415",
        "/x | application/x-www-form-urlencoded | level=DEBUG | 415"
      })
  void nonsenseChangesNothing(String path, String type, String body, int status) {
    FakeResponse response = call("PUT", path, type, body);

    assertThat(response.status()).isEqualTo(status);
    assertThat(response.headers("Content-Type")).containsExactly("application/problem+json");
    assertThat(changes).isEmpty();
  }

  @Test
  void bodiesAndNumbersAreBounded() {
    assertThat(put("/x", " ".repeat(5_000)).status()).isEqualTo(413);
    assertThat(put("/" + "x".repeat(300), "{\"level\":\"DEBUG\"}").status()).isEqualTo(400);
    for (int i = 0; i < 1_000; i++) {
      assertThat(put("/x" + i, "{\"level\":\"DEBUG\"}").status()).isEqualTo(200);
    }
    assertThat(put("/one.more", "{\"level\":\"DEBUG\"}").status()).isEqualTo(400);
  }

  @Test
  void publicIsForLookingOnly() {
    logging.stop();
    logging = start(Map.of("sereno.loggers.access", "public"));

    assertThat(call("GET", null, null, null).status()).isEqualTo(200);
    assertThat(put("/at.run.time", "{\"level\":\"DEBUG\"}").status()).isEqualTo(401);
    assertThat(call("DELETE", "/at.run.time", null, null).status()).isEqualTo(401);
    FakeResponse post = call("POST", "/at.run.time", null, null);
    assertThat(post.status()).isEqualTo(405);
    assertThat(post.headers("Allow")).containsExactly("DELETE, GET, HEAD, PUT");
  }

  private Logging start(Map<String, String> own) {
    keys.clear();
    keys.put("sereno.logging.root.handlers", "none");
    keys.put("sereno.logging.loggers.\"at.run.time\".level", "WARNING");
    keys.putAll(own);
    Logging started =
        TestLogging.of(
            TestSettings.of(keys),
            new Figures(),
            change -> changes.add(change.action() + " " + change));
    started.start();
    return started;
  }

  private FakeResponse put(String path, String body) {
    return call("PUT", path, JSON, body);
  }

  private FakeResponse call(
      String method, @Nullable String path, @Nullable String type, @Nullable String body) {
    Settings settings = TestSettings.of(keys);
    EndpointSettings own = EndpointSettings.read(settings, "loggers");
    Endpoint endpoint = logging.endpoint(own, new Door(DoorSettings.read(settings), own));
    FakeRequest request = new FakeRequest(method, "/app/sereno/loggers").pathInfo(path);
    request.header("X-Sereno-Token", "s3same");
    if (body != null) {
      request.body(type, body);
    }
    FakeResponse response = new FakeResponse();
    try {
      endpoint.service(request.get(), response.get());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return response;
  }
}
