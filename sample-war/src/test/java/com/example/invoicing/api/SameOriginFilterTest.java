package com.example.invoicing.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginFilterTest {

  private static final String HOST = "localhost:8080";

  @ParameterizedTest
  @CsvSource({
    "           ,                             ", // no browser
    "same-origin, http://localhost:8080       ",
    "same-origin, https://proxy.example       ", // a proxy calls us by another name
    "none       ,                             ",
    "           , http://localhost:8080       ",
    "           , https://localhost:8080      ",
  })
  void letsOurOwnPagesAndProgramsIn(String fetchSite, String origin) {
    assertThat(SameOriginFilter.isOurs(fetchSite, origin, HOST)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "cross-site , https://elsewhere.example   ",
    "cross-site , http://localhost:8080       ",
    "same-site  , http://localhost:3000       ",
    "nonsense   ,                             ",
    "           , https://elsewhere.example   ",
    "           , http://localhost:3000       ",
    "           , http://evil-localhost:8080  ",
    "           , null                        ",
    "           , ''                          ",
  })
  void keepsPagesOfOthersOut(String fetchSite, String origin) {
    assertThat(SameOriginFilter.isOurs(fetchSite, origin, HOST)).isFalse();
  }
}
