package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardNumbersTest {

  private final TextRedaction redaction = new TextRedaction(List.of(new CardNumbers()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          4111111111111111 | ***
          a 4111 1111 1111 1111 b | a *** b
          4111-1111-1111-1111 737 | *** 737
          3782 822463 10005. | ***.
          42 4111111111111111 | 42 ***
          4111111111111112 | 4111111111111112
          42,4111111111111111,123 | 42,***,123
          [17,4111111111111111] | [17,***]
          0.4111111111111111 | 0.4111111111111111
          4111111111111111.25 | 4111111111111111.25
          94111111111111111 | 94111111111111111
          4111111111111111a | 4111111111111111a
          a4111111111111111 | a4111111111111111
          1795253767515 | 1795253767515
          12344111-1111-1111-1111-111111111111 | 12344111-1111-1111-1111-111111111111
          """)
  void masksWhatIssuersGiveAndNothingElse(String text, String masked) {
    assertThat(redaction.mask(text, false)).isEqualTo(masked);
  }
}
