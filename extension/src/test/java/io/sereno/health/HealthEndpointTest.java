package io.sereno.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.FakeRequest;
import io.sereno.FakeResponse;
import io.sereno.endpoints.Door;
import io.sereno.endpoints.DoorSettings;
import io.sereno.endpoints.EndpointSettings;
import io.sereno.figures.Figures;
import io.sereno.settings.Settings;
import io.sereno.settings.TestSettings;
import jakarta.servlet.ServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthEndpointTest {

  private static final Check UP = new FixedCheck("database:a", Optional.empty());
  private static final Check DOWN =
      new FixedCheck("database:b", Optional.of("java.sql.SQLException"));

  private final FakeResponse response = new FakeResponse();

  @Test
  void tellsDetailsToThoseLetIn() throws Exception {
    ask(request("/").header("X-Sereno-Token", "t"), UP, DOWN);

    assertThat(response.status()).isEqualTo(503);
    assertThat(response.body())
        .isEqualTo(
            "{\"status\":\"DOWN\",\"checks\":["
                + "{\"name\":\"database:a\",\"status\":\"UP\",\"data\":{\"duration.ms\":3}},"
                + "{\"name\":\"database:b\",\"status\":\"DOWN\",\"data\":{\"duration.ms\":3,"
                + "\"error\":\"java.sql.SQLException\"}}]}\n");
  }

  @Test
  void tellsAStrangerTheStatusAlone() throws Exception {
    ask(request("/"), UP, DOWN);

    assertThat(response.status()).isEqualTo(503);
    assertThat(response.body()).isEqualTo("{\"status\":\"DOWN\"}\n");
  }

  @Test
  void livenessDoesNotDependOnADatabase() throws Exception {
    ask(request("/live"), DOWN);

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("{\"status\":\"UP\"}\n");
  }

  @Test
  void readinessDoes() throws Exception {
    ask(request("/ready"), DOWN);

    assertThat(response.status()).isEqualTo(503);
  }

  @Test
  void knowsNothingElse() throws Exception {
    ask(request("/nonsense"), UP);

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.headers("Content-Type")).containsExactly("application/problem+json");
  }

  private static FakeRequest request(String pathInfo) {
    return new FakeRequest("GET", "/app/sereno/health" + pathInfo).pathInfo(pathInfo);
  }

  private void ask(FakeRequest request, Check... checks) throws Exception {
    Settings settings = TestSettings.of(Map.of("sereno.endpoints.token", "t"));
    EndpointSettings own = EndpointSettings.read(settings, "health");
    Door door = new Door(DoorSettings.read(settings), own);
    new HealthEndpoint(own, door, new Figures().failures(), List.of(checks))
        .service((ServletRequest) request.get(), response.get());
  }

  private record FixedCheck(String name, Optional<String> error) implements Check {
    @Override
    public CheckResult run() {
      return new CheckResult(name, Duration.ofMillis(3), error);
    }
  }
}
