package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IbansTest {

  private final TextRedaction redaction = new TextRedaction(List.of(new Ibans()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ES9121000418450200051332 | ***
          to ES91 2100 0418 4502 0005 1332, soon | to ***, soon
          de89370400440532013000 | ***
          ES9121000418450200051333 | ES9121000418450200051333
          ES91210004184502000513320 | ES91210004184502000513320
          XX9121000418450200051332 | XX9121000418450200051332
          ES91 is short | ES91 is short
          """)
  void masksWhatHasItsCountrysLengthAndChecksum(String text, String masked) {
    assertThat(redaction.mask(text, false)).isEqualTo(masked);
  }
}
