package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenPasswordsTest {

  private final TextRedaction redaction = new TextRedaction(List.of(new SpokenPasswords()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ALTER USER bob IDENTIFIED BY 'hunter2' | ALTER USER bob IDENTIFIED BY '***'
          alter user bob identified by hunter2; | alter user bob identified by ***;
          GRANT ALL ON x.* TO 'bob'@'%' IDENTIFIED BY 'hunter2' | GRANT ALL ON x.* TO 'bob'@'%' IDENTIFIED BY '***'
          CREATE USER bob IDENTIFIED WITH native BY 'x1' | CREATE USER bob IDENTIFIED WITH native BY '***'
          CREATE USER bob WITH ENCRYPTED PASSWORD 'x1' VALID | CREATE USER bob WITH ENCRYPTED PASSWORD '***' VALID
          SET PASSWORD FOR 'bob'@'%' = 'x1' | SET PASSWORD FOR 'bob'@'%' = '***'
          SET PASSWORD = PASSWORD('x1') | SET PASSWORD = PASSWORD('***')
          login bob password hunter2 | login bob password ***
          machine a login bob password hunter2 account x | machine a login bob password *** account x
          customer identified by 'INV-7' | customer identified by 'INV-7'
          user ada identified by oidc | user ada identified by oidc
          the password "reset" page | the password "reset" page
          Customer identified by 42 | Customer identified by 42
          <login bob password hunter2> | <login bob password ***
          slogin bob password hunter2 | slogin bob password hunter2
          login failed password wrong | login failed password wrong
          login page password field is empty | login page password field is empty
          the password of bob | the password of bob
          column 'password' in 'users' | column 'password' in 'users'
          """)
  void masksPasswordsBehindWords(String text, String masked) {
    assertThat(redaction.mask(text, false)).isEqualTo(masked);
  }
}
