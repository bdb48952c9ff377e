package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebTokensTest {

  private final TextRedaction redaction = new TextRedaction(List.of(new WebTokens()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          a eyJhbGciOiJI.eyJzdWIi.c2ln b | a *** b
          eyJhbGciOiJI.eyJzd | ***
          eyJhbGciOiJI b | *** b
          eyJh | ***
          eyJhbGciOiJI..a.b.c | ***
          cursor eyJpZCI6NDJ9 next | cursor eyJpZCI6NDJ9 next
          eyJ is no token | eyJ is no token
          keyJhbGciOiJI | keyJhbGciOiJI
          _eyJhbGciOiJI.eyJzdWIi.c2ln | _***
          a-eyJmb28iOi.eyJzdWIi.c2ln b | a-*** b
          eyJmb28iOi==.eyJzdWIi=.c2ln= b | *** b
          a_eyJmb28iOi.html | a_eyJmb28iOi.html
          """)
  void masksTokensAndWhatIsLeftOfThem(String text, String masked) {
    assertThat(redaction.mask(text, false)).isEqualTo(masked);
  }
}
