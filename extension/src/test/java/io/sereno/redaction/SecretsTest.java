package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretsTest {

  @Test
  void tellsKindAndPlaceButNotTheSecret() {
    String captured = "ada logged in\n with 4111111111111111\npassword=abc, then hunter2";

    assertThatThrownBy(() -> Secrets.assertNoSecrets(captured, "hunter2"))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "3 secrets in the text:\n"
                + "  payment card number in line 2, column 7, 16 characters\n"
                + "  value of a secret name in line 3, column 10, 3 characters\n"
                + "  value 1 in line 3, column 20, 7 characters");
  }

  @Test
  void knowsAValueInJsonAndInAUrl() {
    assertThatThrownBy(() -> Secrets.assertNoSecrets("{\"a\":\"x pa\\\"ss y\"}", "pa\"ss"))
        .hasMessageContaining("value 1 in line 1, column 9");
    assertThatThrownBy(() -> Secrets.assertNoSecrets("/a?b=pa%22ss", "pa\"ss"))
        .hasMessageContaining("value 1 in line 1, column 6");
  }

  @Test
  void isContentWithMasks() {
    assertThatCode(() -> Secrets.assertNoSecrets("password=*** of ada", "hunter2"))
        .doesNotThrowAnyException();
  }
}
