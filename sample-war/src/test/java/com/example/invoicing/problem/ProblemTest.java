package com.example.invoicing.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

  @Test
  void saysWhatIsWrong() {
    assertThat(json(Problem.of(409, "The invoice is PAID: only a DRAFT can be approved.")))
        .isEqualTo(
            """
            {"type":"about:blank","title":"Conflict","status":409,\
            "detail":"The invoice is PAID: only a DRAFT can be approved."}""");
  }

  @Test
  void saysWhatIsWrongWithWhichField() {
    Problem.FieldError error =
        new Problem.FieldError("lines[0].quantity", "must be greater than 0");
    assertThat(json(new Problem(400, "Some fields are not valid.", List.of(error))))
        .isEqualTo(
            """
            {"type":"about:blank","title":"Bad Request","status":400,\
            "detail":"Some fields are not valid.",\
            "errors":[{"field":"lines[0].quantity","message":"must be greater than 0"}]}""");
  }

  @Test
  void knowsWhatToSayOfAnyStatus() {
    assertThat(json(Problem.of(499)))
        .isEqualTo(
            """
            {"type":"about:blank","title":"Error","status":499,\
            "detail":"The request cannot be answered."}""");
  }

  private static String json(Problem problem) {
    return new String(problem.json(), StandardCharsets.UTF_8);
  }
}
