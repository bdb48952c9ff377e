package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {

  private final TextRedaction redaction = new TextRedaction(List.of(new Credentials()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Bearer a1b2c3 x | Bearer *** x
          bearer abcdefghijklmnopqrst | bearer ***
          Basic YWRhOmh1bnRlcjI= x | Basic *** x
          Basic YWRh | Basic ***
          Digest username="a", response="b" x | Digest *** x
          Bearer%20a1b2c3 | Bearer%20***
          Bearer token expired | Bearer token expired
          bearer of news | bearer of news
          Basic plan | Basic plan
          basic authentication | basic authentication
          Bearer realm="x", error="y" | Bearer realm="x", error="y"
          digest of it | digest of it
          mac address=00:11 | mac address=00:11
          Basic plan2024 | Basic plan2024
          basic+YWRhOmh1bnRlcjI=&a=b+c | basic+***&a=b+c
          """)
  void masksWhatFollowsAScheme(String text, String masked) {
    assertThat(redaction.mask(text, false)).isEqualTo(masked);
  }
}
