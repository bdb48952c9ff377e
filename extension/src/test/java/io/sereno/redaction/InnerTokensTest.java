package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InnerTokensTest {

  private final TextRedaction redaction = new TextRedaction(List.of(new InnerTokens()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          x 123456789:AAabcdefghijklmnopqrstuvwxyz0123456 y | x *** y
          0123456789abcdef0123456789abcdef-us12 | ***
          abcdefghij0123.atlasv1.xyz | ***
          MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyz0 | ***
          12:30:45 | 12:30:45
          in-us12 | in-us12
          Map.of.it | Map.of.it
          """)
  void masksWhatIsKnownByItsInside(String text, String masked) {
    assertThat(redaction.mask(text, false)).isEqualTo(masked);
  }
}
