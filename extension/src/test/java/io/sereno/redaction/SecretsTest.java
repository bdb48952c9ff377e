package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
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

  @Test
  void tellsOnlyTheFirstOfManyInLinearTime() {
    String captured = "a\n" + "password=x1\n".repeat(100_000);

    assertThatThrownBy(() -> Secrets.assertNoSecrets(captured, "x1"))
        .hasMessageStartingWith(
            "200000 secrets in the text:\n"
                + "  value of a secret name in line 2, column 10, 2 characters\n")
        .hasMessageEndingWith(
            "  value of a secret name in line 21, column 10, 2 characters\n  and 199980 more");
  }

  @Test
  void countsOneSecret() {
    assertThatThrownBy(() -> Secrets.assertNoSecrets("so hunter2 it is", "hunter2"))
        .hasMessage("1 secret in the text:\n  value 1 in line 1, column 4, 7 characters");
  }

  @Test
  @SuppressWarnings("NullAway")
  void namesTheArgumentThatIsNull() {
    assertThatNullPointerException()
        .isThrownBy(() -> Secrets.assertNoSecrets(null))
        .withMessage("captured");
    assertThatNullPointerException()
        .isThrownBy(() -> Secrets.assertNoSecrets("", "a", null))
        .withMessage("values[1]");
  }
}
