package io.sereno.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.FakeRequest;
import org.junit.jupiter.api.Test;

class PreferencesTest {

  @Test
  void theMostParticularNameCounts() {
    Preferences accept = accept("text/*;q=0.3, text/plain;q=0.7;x=1, */*;q=0.5");

    assertThat(accept.quality("text/plain")).isEqualTo(0.7);
    assertThat(accept.quality("text/html")).isEqualTo(0.3);
    assertThat(accept.quality("image/png")).isEqualTo(0.5);
    assertThat(accept.names("text/plain")).isTrue();
    assertThat(accept.names("text/html")).isFalse();
  }

  @Test
  void zeroRefuses() {
    Preferences accept = accept("text/plain;q=0,*/*");

    assertThat(accept.quality("text/plain")).isZero();
    assertThat(accept.quality("text/html")).isEqualTo(1);
  }

  @Test
  void codingsHaveNoKinds() {
    assertThat(accept("gzip;q=0.2, *;q=0.1").quality("gzip")).isEqualTo(0.2);
    assertThat(accept("*;q=0.1").quality("gzip")).isEqualTo(0.1);
  }

  @Test
  void whatIsInvalidIsLeftOut() {
    assertThat(
            accept(";;,,q=1, text/plain;q=2, \u0000, text/html;q=abc,;q=1").quality("text/plain"))
        .isZero();
    assertThat(accept("TEXT/Plain; Q=0.25").quality("text/plain")).isEqualTo(0.25);
  }

  @Test
  void severalHeadersAreOne() {
    assertThat(accept("text/plain;q=0.1", "text/html;q=0.2").quality("text/html")).isEqualTo(0.2);
    assertThat(Preferences.of(new FakeRequest("GET", "/").get(), "Accept").quality("a/b")).isZero();
  }

  private static Preferences accept(String... values) {
    return Preferences.of(new FakeRequest("GET", "/").header("Accept", values).get(), "Accept");
  }
}
