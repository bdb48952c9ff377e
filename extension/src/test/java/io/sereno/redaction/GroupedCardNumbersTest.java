package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupedCardNumbersTest {

  private final TextRedaction redaction = new TextRedaction(List.of(new GroupedCardNumbers()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          card 4,111,111,111,111,111 paid | card *** paid
          4.111.111.111.111.111, thanks | ***, thanks
          378'282'246'310'005 | ***
          36,227,206,271,667 | ***
          4,111,111,111,111,112 | 4,111,111,111,111,112
          4,111.111,111.111,111 | 4,111.111,111.111,111
          4,111,111,111,111,1111 | 4,111,111,111,111,1111
          1,234,567 of 4,111 | 1,234,567 of 4,111
          """)
  void masksNumbersInGroupsOfThree(String text, String masked) {
    assertThat(redaction.mask(text, false)).isEqualTo(masked);
  }

  @Test
  void masksWhatAMessageMakesOfANumber() {
    String text = new MessageFormat("card {0}", Locale.US).format(new Object[] {4111111111111111L});

    assertThat(redaction.mask(text, false)).isEqualTo("card ***");
  }
}
