package io.sereno.context;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {

  @Test
  void acceptsHarmlessIds() {
    assertThat(RequestIds.acceptOrCreate("b1946ac9.A_-")).isEqualTo("b1946ac9.A_-");
    assertThat(RequestIds.acceptOrCreate("x".repeat(128))).isEqualTo("x".repeat(128));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\nb", "ä", "<script>", "a;b", "\u0661"})
  void replacesOthers(String sent) {
    assertThat(RequestIds.acceptOrCreate(sent)).matches("[0-9a-f-]{36}");
  }

  @Test
  void replacesLongAndMissingOnes() {
    assertThat(RequestIds.acceptOrCreate("x".repeat(129))).hasSize(36);
    assertThat(RequestIds.acceptOrCreate(null)).hasSize(36);
  }
}
