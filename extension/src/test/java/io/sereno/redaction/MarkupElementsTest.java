package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkupElementsTest {

  private final TextRedaction redaction =
      new TextRedaction(
          List.of(new MarkupElements(new SensitiveNames(new RedactionSettings(List.of())))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          <password>x y</password> | <password>***</password>
          <a:pin n="1">1</a:pin> | <a:pin n="1">***</a:pin>
          <token><![CDATA[a<b]]></token> | <token><![CDATA[***]]></token>
          &lt;pwd&gt;x&lt;/pwd&gt; | &lt;pwd&gt;***&lt;/pwd&gt;
          <password>hun | <password>***
          <password/><a>x</a> | <password/><a>x</a>
          <password></password> | <password></password>
          List<Token> x | List<Token> x
          login <user> <password> | login <user> <password>
          <name>x</name> | <name>x</name>
          <param type="a" name='pin'>1 2</param> | <param type="a" name='pin'>***</param>
          <param name="size">12</param> | <param name="size">12</param>
          """)
  void masksTheContentOfSecretElements(String text, String masked) {
    assertThat(redaction.mask(text, false)).isEqualTo(masked);
  }
}
