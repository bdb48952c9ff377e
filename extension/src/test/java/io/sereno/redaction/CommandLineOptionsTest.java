package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineOptionsTest {

  private final TextRedaction redaction =
      new TextRedaction(
          List.of(new CommandLineOptions(new SensitiveNames(new RedactionSettings(List.of())))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          run --password hunter2 -v | run --password *** -v
          run --db-password 'a b' -v | run --db-password '***' -v
          --token --verbose | --token --verbose
          use --password or --token-file | use --password or --token-file
          --user ada | --user ada
          --token-type jwt | --token-type jwt
          [mysql, --password, hunter2] | [mysql, --password, ***]
          ["--password","hunter2","-v"] | ["--password","***","-v"]
          [\\"--password\\", \\"hunter2\\"] | [\\"--password\\", \\"***\\"]
          '--password' 'hunter2' | '--password' '***'
          ["--token","--verbose"] | ["--token","--verbose"]
          "--token" is missing | "--token" is missing
          keytool -storepass changeit -alias a | keytool -storepass *** -alias a
          well-token hunter | well-token hunter
          mysql -p hunter2 | mysql -p hunter2
          -- password was changed | -- password was changed
          """)
  void masksTheValuesOfSecretOptions(String text, String masked) {
    assertThat(redaction.mask(text, false)).isEqualTo(masked);
  }
}
