package io.sereno.logging.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.redaction.Redactor;
import io.sereno.redaction.SecretSamples;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonBytesTest {

  private final Redactor redactor = TestFormatters.around().redactor();

  @Test
  void everyTextThatHoldsASecretIsSuspicious() {
    List<String> missed =
        SecretSamples.positives().stream()
            .map(SecretSamples.Positive::line)
            .filter(line -> !redactor.text(line).equals(line))
            .filter(line -> !isSuspicious(line))
            .toList();

    assertThat(missed).isEmpty();
  }

  @Test
  void ordinaryTextsAreMostlyNot() {
    assertThat(isSuspicious("Invoice 42 approved by clerk in 12 ms")).isFalse();
    assertThat(isSuspicious("The customer has paid, thanks (at last)")).isFalse();
  }

  private static boolean isSuspicious(String text) {
    return (new JsonBytes(64).text(text, Integer.MAX_VALUE) & JsonBytes.SUSPICIOUS) != 0;
  }
}
