package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailsTest {

  private final TextRedaction redaction = new TextRedaction(List.of(new Emails()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          to ada@example.com, now | to ***, now
          <a.b+c@x.example.org> | <***>
          email=ada@example.com | email=***
          user@host | user@host
          @Inject | @Inject
          a @ b.c | a @ b.c
          """)
  void masksAddresses(String text, String masked) {
    assertThat(redaction.mask(text, false)).isEqualTo(masked);
  }
}
