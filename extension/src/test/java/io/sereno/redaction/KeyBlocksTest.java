package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyBlocksTest {

  private final TextRedaction redaction = new TextRedaction(List.of(new KeyBlocks()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          a -----BEGIN PRIVATE KEY----- x -----END PRIVATE KEY----- b | a *** b
          a -----BEGIN EC PRIVATE KEY----- x | a ***
          a PuTTY-User-Key-File-2: x Private-MAC: 0af1 b | a *** b
          -----BEGIN CERTIFICATE----- x -----END CERTIFICATE----- | -----BEGIN CERTIFICATE----- x -----END CERTIFICATE-----
          ----- BEGIN of it ----- | ----- BEGIN of it -----
          """)
  void masksPrivateKeysToTheirEndOrTheTexts(String text, String masked) {
    assertThat(redaction.mask(text, false)).isEqualTo(masked);
  }
}
