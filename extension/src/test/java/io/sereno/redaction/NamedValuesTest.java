package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedValuesTest {

  private final TextRedaction redaction =
      new TextRedaction(
          List.of(new NamedValues(new SensitiveNames(new RedactionSettings(List.of())))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          password=x1 b | password=*** b
          password : 'a b' c | password : '***' c
          {"pin":1234,"a":1} | {"pin":***,"a":1}
          {\\"token\\":\\"x\\"} | {\\"token\\":\\"***\\"}
          "secret":"open end | "secret":"***
          {"token":{"a":["}"]},"b":1} | {"token":***,"b":1}
          {"token":{"a":1 | {"token":***
          ?a=1&pass%77ord=x&b=2 | ?a=1&pass%77ord=***&b=2
          %3Ftoken%3Dabc%26x%3D1 | %3Ftoken%3D***%26x%3D1
          api key: x1 | api key: ***
          iban=ES91 2100 0418 4502 0005 1332 x | iban=*** x
          token: Bearer abc d | token: *** d
          Cookie: a=b; c=d | Cookie: ***
          {Cookie=a=b; c=d, H=x} | {Cookie=***, H=x}
          Authorization: Basic abc d | Authorization: *** d
          "Cookie: a=b", x | "Cookie: ***", x
          password={noop}abc x | password=*** x
          token=null, password=***, pin=***1332 | token=null, password=***, pin=***1332
          tokens: 12 | tokens: 12
          Session started: 12 users | Session started: 12 users
          Token.java:42 | Token.java:42
          Token::new | Token::new
          tokenType=jwt | tokenType=jwt
          session https://x | session https://x
          password= | password=
          password=<hunter2> b | password=*** b
          {password=, user=ada} | {password=, user=ada}
          password=,hunter2 b | password=*** b
          password=Tr0ub)dor3"x b | password=*** b
          token2=hunter2 secret1=x1 pin1=1234 | token2=*** secret1=*** pin1=***
          ?state=%7B%22user%22%3A%22adaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa%22%2C%22password%22%3A%22hunter2%22%7D | ?state=%7B%22user%22%3A%22adaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa%22%2C%22password%22%3A%22***%22%7D
          a.very.long.name.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.password=hunter2 | a.very.long.name.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.password=***
          password=hun,ter,2 b | password=*** b
          {password=hun,user=ada, a=1} | {password=***,user=ada, a=1}
          password=hunter, user | password=***, user
          password='it''s a secret' b | password='***' b
          password: : hunter2 | password: : ***
          pass=123456 | pass=***
          secret.json:42 | secret.json:42
          secret.json=hunter2 | secret.json=***
          {"name":"pin","value":"x y"} | {"name":"pin","value":"***"}
          {"value":"x y","name":"pin"} | {"value":"***","name":"pin"}
          {value=x1, name=pin} | {value=***, name=pin}
          X.f(x=Map(2){value=x1, name=pin}) | X.f(x=Map(2){value=***, name=pin})
          {name=pin, value=x1} | {name=pin, value=***}
          E[value=x1, name=colour] | E[value=x1, name=colour]
          value=x1, then name=pin | value=x1, then name=pin
          [value=x1], name=pin | [value=x1], name=pin
          password: \"\"\"hunter2\"\"\" b | password: \"\"\"***\"\"\" b
          {"password":\"\"\"hun"ter2\"\"\"} | {"password":\"\"\"***\"\"\"}
          {"password":"","x":1} | {"password":"","x":1}
          U[a=b, password=hunter 22! x] | U[a=b, password=***]
          {password=hunter 22, a=1} c | {password=***, a=1} c
          failed, password=hunter 22 was wrong (retry) | failed, password=*** 22 was wrong (retry)
          (password=hunter said a=b) | (password=*** said a=b)
          {"p\\u0061ssword":"x1"} | {"p\\u0061ssword":"***"}
          {"passwor\\u0064":"x1"} | {"passwor\\u0064":"***"}
          {"n\\u0061me":"x1"} | {"n\\u0061me":"x1"}
          pin：1234 b | pin：*** b
          password: must | password: ***
          password: must not be blank | password: must not be blank
          password=must not | password=*** not
          password: swordfish is wrong | password: *** is wrong
          pin: 1234 of 5 | pin: *** of 5
          pin: 3 of 5 | pin: 3 of 5
          card: Visa7 | card: ***
          pan=)x9 | pan=***
          pan=left'4111 | pan=***
          pan=4111 | pan=***
          sig=SIGNATURExy1 | sig=***
          pass: 12, user: 3 | pass: ***, user: 3
          Invalid token: ABCDEF | Invalid token: ***
          session: IDx | session: ***
          authorization: denied hunter2 | authorization: ***
          TokenService.token: x1 | TokenService.token: ***
          TokenStore.main: x1 | TokenStore.main: ***
          ApiKeys.main=x1 | ApiKeys.main=***
          name=password size=1 | name=password size=1
          &quot;pin&quot;:&quot;1&quot;,&quot;a&quot;:1 | &quot;pin&quot;:&quot;***&quot;,&quot;a&quot;:1
          pin\\u003d1\\u0026a\\u003d2 | pin\\u003d***\\u0026a\\u003d2
          "password":"" | "password":""
          """)
  void masksTheValuesOfSecretNames(String text, String masked) {
    assertThat(redaction.mask(text, false)).isEqualTo(masked);
  }
}
