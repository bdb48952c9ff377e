package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.Sensitive.Keep;
import io.sereno.settings.Settings;
import io.sereno.settings.TestSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactionSettingsTest {

  @Test
  void canBeSwitchedOffButIsWarnedOfInProduction() {
    Settings settings =
        TestSettings.of(
            Map.of("sereno.redaction.enabled", "false", "sereno.environment", "production"));
    Redactor redactor = new Redactor(RedactionSettings.read(settings));

    assertThat(redactor.text("password=abc")).isEqualTo("password=abc");
    assertThat(redactor.isSensitive("password")).isFalse();
    assertThat(settings.warnings().toString()).contains("sereno.redaction.enabled");
  }

  @Test
  void namesCanBeAddedAndTakenAway() {
    Redactor redactor =
        redactor("sereno.redaction.names", "pet-name", "sereno.redaction.not-names", "session");

    assertThat(redactor.text("petName=rex session=abc token=abc"))
        .isEqualTo("petName=*** session=abc token=***");
  }

  @Test
  void keepsTheLastFourCharactersWhereAsked() {
    Redactor redactor = redactor("sereno.redaction.keep-last4", "iban", "sereno.x", "");

    String masked = redactor.text("iban=ES9121000418450200051332 iban=short");

    assertThat(masked).isEqualTo("iban=***1332 iban=***");
    assertThat(redactor.text(masked)).isSameAs(masked);
    assertThat(Redactor.mask("ES9121000418450200051332", Keep.LAST4)).isEqualTo("***1332");
    assertThat(Redactor.mask("1234567", Keep.LAST4)).isEqualTo("***");
    assertThat(Redactor.mask("ES9121000418450200051332", Keep.NOTHING)).isEqualTo("***");
  }

  @Test
  void masksEmailsIfAsked() {
    assertThat(redactor("sereno.redaction.emails", "true", "sereno.x", "").text("to a@b.example"))
        .isEqualTo("to ***");
    assertThat(redactor("sereno.x", "", "sereno.y", "").text("to a@b.example"))
        .isEqualTo("to a@b.example");
  }

  @Test
  void whatWasCutIsMaskedWhereItMayBeASecret() {
    Redactor redactor = redactor("sereno.x", "", "sereno.y", "");

    assertThat(redactor.text("paid with 4111 1111 1", true)).isEqualTo("paid with ***");
    assertThat(redactor.text("paid with 4111 1111 1")).isEqualTo("paid with 4111 1111 1");
    assertThat(redactor.text("to ES91 2100 0418", true)).isEqualTo("to ***");
  }

  private static Redactor redactor(String key, String value, String other, String otherValue) {
    return new Redactor(
        RedactionSettings.read(TestSettings.of(Map.of(key, value, other, otherValue))));
  }
}
