package com.example.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerViewTest {

  @ParameterizedTest
  @CsvSource({
    "ES9121000418450200051332, ********************1332",
    "12345678Z,                *****678Z",
    "12345,                    *2345",
    "1234,                     ****",
    "1,                        *",
  })
  void showsTheLastFourCharactersIfThatHidesSomething(String value, String masked) {
    assertThat(CustomerView.masked(value)).isEqualTo(masked);
  }
}
