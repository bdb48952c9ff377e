package io.sereno.logging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MillisTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.000 ms",
    "499, 0.000 ms",
    "12_345, 0.012 ms",
    "999_499, 0.999 ms",
    "999_999, 1.000 ms",
    "1_000_000, 1.0 ms",
    "3_249_999, 3.2 ms",
    "3_250_000, 3.3 ms",
    "2_000_000_000, 2000.0 ms",
  })
  void tellsMoreOfWhatIsShort(String nanos, String text) {
    assertThat(Millis.of(Long.parseLong(nanos.replace("_", "")))).isEqualTo(text);
  }
}
