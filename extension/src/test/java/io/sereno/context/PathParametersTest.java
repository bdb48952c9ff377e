package io.sereno.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathParametersTest {

  @ParameterizedTest
  @CsvSource({
    "/app/reset/hunter2, /app/reset/{token}, /app/reset/***",
    "/app/reset/hunter2/form, /app/reset/{token}/form, /app/reset/***/form",
    "/app/reset-hunter2.html, /app/reset-{token}.html, /app/***",
    "/app/42/hun/ter2, /app/{id}/{token}, /app/42/***",
    "/app/42, /app/{id}, /app/42",
    "/app/token/42, /app/token/{id}, /app/token/42",
    "/app, /app, /app"
  })
  void masksWhatATemplateCallsASecret(String path, String template, String shown) {
    assertThat(PathParameters.masked(path, template, Set.of("token")::contains)).isEqualTo(shown);
  }
}
