package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenShapesTest {

  private final TextRedaction redaction = new TextRedaction(List.of(new TokenShapes()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          AKIAABCDEFGHIJKLMNOP x | *** x
          npm_abcdefghijklmnopqrstuvwxyz0123456789 | ***
          a \\nghp_abcdefghijklmnopqrstuvwxyz0123456789 | a \\n***
          ghp_ab | ***
          hooks.slack.com/services/T0/B0/abcdefghijklmnopqrst | hooks.slack.com/services/***
          AKIAABCDEFGHIJKLMNOPQ x | AKIAABCDEFGHIJKLMNOPQ x
          ghp_ab x | ghp_ab x
          xAKIAABCDEFGHIJKLMNOP | xAKIAABCDEFGHIJKLMNOP
          SKU 42 | SKU 42
          sk-SK locale | sk-SK locale
          key-value | key-value
          """)
  void masksWhatBeginsAsProvidersTokens(String text, String masked) {
    assertThat(redaction.mask(text, false)).isEqualTo(masked);
  }
}
