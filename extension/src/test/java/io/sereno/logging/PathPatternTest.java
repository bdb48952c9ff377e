package io.sereno.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {

  @ParameterizedTest
  @CsvSource({
    "/health, /health, true",
    "/health, /health/live, true",
    "/health, /healthy, false",
    "/health, /api/health, false",
    "/health/, /health/live, true",
    "/, /anything, true",
    "*, /anything, true",
    "*.css, /a/b.css, true",
    "*.css, /a/b.css/c, true",
    "*.css, /a/b.cssx, false",
    "*.css, /a.cssx/b.css, true",
    "/api/*/ping, /api/7/ping, true",
    "/api/*/ping, /api/ping, false",
    "/api/*/ping, /api/a/b/ping/c, true",
    "/static*, /static-7/x, true",
    "/a*b*c, /axbxc, true",
    "/a*b*c, /acxb, false"
  })
  void matchesWhatIsAtOrBelow(String pattern, String path, boolean matches) {
    assertThat(PathPattern.parse(pattern).matches(path)).isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "health", "/a b"})
  void refusesWhatIsNoPath(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> PathPattern.parse(text));
  }
}
