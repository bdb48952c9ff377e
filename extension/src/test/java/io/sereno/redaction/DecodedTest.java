package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodedTest {

  @ParameterizedTest
  @CsvSource({
    "/caf%C3%A9, /café",
    "/a%2Fb+c, /a/b+c",
    "/%F0%9F%99%82, /🙂",
    "/100%, /100%",
    "/%zz%4, /%zz%4",
    "/%C3%28, /%C3(",
    "/%ff%41, /%ffA",
    "/%E2%82, /%E2%82"
  })
  void decodesWhatIsUtf8AndKeepsTheRest(String encoded, String decoded) {
    assertThat(Decoded.path(encoded)).isEqualTo(decoded);
  }

  @Test
  void returnsWhatIsNotEncoded() {
    String path = "/invoices/7";

    assertThat(Decoded.path(path)).isSameAs(path);
  }
}
