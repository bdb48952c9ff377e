package io.sereno.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatementCountTest {

  private final Context work = Context.received(null, "r1");

  @Test
  void workCountsItsStatementsAndTheirTime() {
    try (ContextScope scope = work.open()) {
      assertThat(scope).isNotNull();
      StatementCount.current().add(3);
      Context.enterRoute("/app/{x}");
      StatementCount.current().add(4);
    }

    assertThat(work.statements().count()).isEqualTo(2);
    assertThat(work.statements().nanos()).isEqualTo(7);
  }

  @Test
  void withoutWorkNothingCounts() {
    StatementCount nobodys = StatementCount.current();
    nobodys.add(3);

    assertThat(nobodys.count()).isZero();
    assertThat(nobodys.nanos()).isZero();
  }

  @Test
  void otherThreadsOfTheSameWorkShareIt() {
    IntStream.range(0, 1_000)
        .parallel()
        .forEach(
            i -> {
              try (ContextScope scope = work.ofNewWork().withUser("u" + i).open()) {
                assertThat(scope).isNotNull();
                StatementCount.current().add(2);
              }
            });

    assertThat(work.statements().count()).isEqualTo(1_000);
    assertThat(work.statements().nanos()).isEqualTo(2_000);
  }

  @Test
  void otherWorkHasItsOwn() {
    try (ContextScope scope = work.open();
        ContextScope inner = Context.received(null, "r2").open()) {
      assertThat(scope).isNotSameAs(inner);
      StatementCount.current().add(3);
    }

    assertThat(work.statements().count()).isZero();
  }

  @Test
  void aContextIsEqualWhateverWasCounted() {
    Context before = new Context("r1", null, null, null, null, null, null, null);
    Context after = new Context("r1", null, null, null, null, null, null, null);
    after.statements().add(3);

    assertThat(after).isEqualTo(before).hasSameHashCodeAs(before);
  }
}
