package io.sereno.context;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentDecodingTest {

  @ParameterizedTest
  @CsvSource({
    "/a%20b, /a b",
    "/%C3%A4%e2%82%ac%F0%9F%8C%99, /\u00e4\u20ac\uD83C\uDF19",
    "/%2Fetc%2fpasswd, //etc/passwd",
    "/100%, /100%",
    "/%4, /%4",
    "/%zz%41, /%zzA",
    "/%C3, /%C3",
    "/%C3%41, /%C3A",
    "/%41%FF%42, /A%FFB",
    "/%C0%AF, /%C0%AF",
    "/%ED%A0%80, /%ED%A0%80",
    "/%F4%90%80%80, /%F4%90%80%80",
    "/a+b, /a+b",
    "/%0D%0Ax, /%0D%0Ax",
    "/%E2%80%A8x, /%E2%80%A8x",
    "/%C2%85x, /%C2%85x",
    "/%2541, /%41"
  })
  void decodesWhatIsValidAndHarmless(String sent, String readable) {
    assertThat(PercentDecoding.of(sent)).isEqualTo(readable);
  }

  @Test
  void isTheSameTextWhenNothingIsEncoded() {
    String plain = "/invoices/42";

    assertThat(PercentDecoding.of(plain)).isSameAs(plain);
  }
}
