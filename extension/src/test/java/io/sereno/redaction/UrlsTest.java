package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlsTest {

  private final TextRedaction redaction = new TextRedaction(List.of(new Urls()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          https://ada:pw@example.com/x?y=1 | https://***@example.com/x?y=1
          https://t0k3n@example.com | https://***@example.com
          redis://:pw@h | redis://***@h
          ftp://a:p/w@h/x | ftp://***@h/x
          jdbc:oracle:thin:scott/tiger@h:1521:X | jdbc:oracle:thin:***@h:1521:X
          https://example.com/@ada | https://example.com/@ada
          https://example.com:8443/a@b | https://example.com:8443/a@b
          ssh://git@example.com/x | ssh://git@example.com/x
          https://***@example.com | https://***@example.com
          """)
  void masksUserInformationAlone(String text, String masked) {
    assertThat(redaction.mask(text, false)).isEqualTo(masked);
  }
}
