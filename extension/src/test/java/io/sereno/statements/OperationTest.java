package io.sereno.statements;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select 1 | SELECT",
        "'  \n SELECT*from x' | SELECT",
        "(select 1) union (select 2) | SELECT",
        "/* from Invoice */ select 1 | SELECT",
        "'-- who\nselect 1' | SELECT",
        "insert into x values (1) | INSERT",
        "Update x set y = 1 | UPDATE",
        "delete from x | DELETE",
        "call f() | CALL",
        "{call f()} | CALL",
        "{? = call f(?)} | CALL",
        "selected | _OTHER",
        "with a as (select 1) select * from a | _OTHER",
        "merge into x using y | _OTHER",
        "create table x | _OTHER",
        "/* never closed | _OTHER",
        "-- select | _OTHER",
        "'' | _OTHER"
      })
  void isTheFirstWord(String sql, String word) {
    assertThat(Operation.of(sql).word()).isEqualTo(word);
  }

  @Test
  void isNotKnownWithoutAText() {
    assertThat(Operation.of(null)).isEqualTo(Operation.OTHER);
  }
}
