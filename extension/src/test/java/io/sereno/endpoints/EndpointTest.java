package io.sereno.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.FakeRequest;
import io.sereno.FakeResponse;
import io.sereno.figures.Failures;
import io.sereno.figures.Figures;
import io.sereno.settings.TestSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

  private static final Map<String, String> SETTINGS =
      Map.of(
          "sereno.endpoints.token", "s3same",
          "sereno.endpoints.roles", "ops",
          "sereno.endpoints.allow", "10.1.0.0/16");

  private final FakeRequest request = new FakeRequest("GET", "/app/sereno/test");
  private final FakeResponse response = new FakeResponse();

  @ParameterizedTest
  @CsvSource({
    "Authorization, Bearer s3same, 200",
    "Authorization, bearer  s3same, 200",
    "X-Sereno-Token, s3same, 200",
    "Authorization, Bearer wrong, 401",
    "Authorization, Basic s3same, 401",
    "Authorization, s3same, 401",
    "X-Sereno-Token, s3same1, 401",
    "X-Forwarded-For, 10.1.2.3, 401"
  })
  void opensToTheTokenOnly(String header, String value, int status) throws Exception {
    call(SETTINGS, request.header(header, value));

    assertThat(response.status()).isEqualTo(status);
  }

  @Test
  void opensToRolesAndNeighbours() throws Exception {
    call(SETTINGS, request.user("olga", "ops"));
    assertThat(response.body()).isEqualTo("inside");

    call(SETTINGS, new FakeRequest("GET", "/app/sereno/test").from("10.1.2.3"));
    assertThat(response.body()).isEqualTo("insideinside");
  }

  @Test
  void anEndpointsOwnRolesReplaceTheGeneralOnes() throws Exception {
    Map<String, String> settings =
        Map.of("sereno.endpoints.roles", "ops", "sereno.test.roles", "auditor");

    call(settings, request.user("olga", "ops"));

    assertThat(response.status()).isEqualTo(403);
    assertThat(response.body())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"Forbidden\",\"status\":403,"
                + "\"detail\":\"You are known, but may not see this.\"}\n");
  }

  @Test
  void challengesAStranger() throws Exception {
    call(SETTINGS, request);

    assertThat(response.status()).isEqualTo(401);
    assertThat(response.headers("WWW-Authenticate"))
        .containsExactly("Bearer realm=\"sereno\"", "Basic realm=\"sereno\"");
    assertThat(response.headers("Content-Type")).containsExactly("application/problem+json");
    assertThat(response.headers("Cache-Control")).containsExactly("no-store");
  }

  @Test
  void isClosedUnlessOpened() throws Exception {
    call(Map.of(), request.user("olga", "ops"));
    assertThat(response.status()).isEqualTo(403);

    assertThat(endpoint(Map.of()).opens()).isFalse();
    assertThat(endpoint(SETTINGS).opens()).isTrue();
  }

  @Test
  void isOpenToAllWhenPublic() throws Exception {
    call(Map.of("sereno.test.access", "public"), request);

    assertThat(response.body()).isEqualTo("inside");
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "NONSENSE"})
  void answersNothingButGetAndHead(String method) throws Exception {
    call(SETTINGS, new FakeRequest(method, "/app/sereno/test"));

    assertThat(response.status()).isEqualTo(405);
    assertThat(response.headers("Allow")).containsExactly("GET, HEAD");
  }

  @Test
  void hidesItsOwnFailures() throws Exception {
    Endpoint broken =
        new Endpoint(settings(Map.of("sereno.test.access", "public")), door(SETTINGS), failures()) {
          @Override
          protected void answer(HttpServletRequest q, HttpServletResponse a) {
            throw new IllegalStateException("expected by a test");
          }
        };

    broken.service(request.header("X-Sereno-Token", "s3same").get(), response.get());

    assertThat(response.status()).isEqualTo(500);
    assertThat(response.body()).doesNotContain("expected").contains("\"status\":500");
  }

  private void call(Map<String, String> values, FakeRequest sent) throws IOException {
    endpoint(values).service(sent.get(), response.get());
  }

  private static Endpoint endpoint(Map<String, String> values) {
    return new Endpoint(settings(values), door(values), failures()) {
      @Override
      protected void answer(HttpServletRequest q, HttpServletResponse a) throws IOException {
        a.getOutputStream().print("inside");
      }
    };
  }

  private static Failures failures() {
    return new Figures().failures();
  }

  private static EndpointSettings settings(Map<String, String> values) {
    return EndpointSettings.read(TestSettings.of(values), "test");
  }

  private static Door door(Map<String, String> values) {
    return new Door(DoorSettings.read(TestSettings.of(values)), settings(values));
  }
}
