package io.sereno.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sereno.FakeCall;
import io.sereno.RecordedLogs;
import io.sereno.context.Context;
import io.sereno.context.ContextScope;
import io.sereno.context.StatementCount;
import io.sereno.figures.Figures;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueryBudgetTest {

  private final FakeCall call = FakeCall.untouchable();
  private final RecordedLogs logs = new RecordedLogs(QueryBudget.class.getName());
  private final LongAdder exceeded = new LongAdder();
  private final Budgets budgets = new Budgets();
  private final QueryBudget budget =
      new QueryBudget(
          new QueryBudget.Budget("Invoices.list()", 2),
          exceeded,
          budgets,
          new Figures().failures());
  private final ContextScope work = Context.received(null, "r1").open();

  @BeforeEach
  void begin() {
    budgets.start(getClass().getClassLoader());
    StatementCount.current().add(1); // of the same request, before the call
    budget.begun(call);
  }

  @AfterEach
  void end() {
    work.close();
    logs.close();
    try {
      Budgets.assertKept();
    } catch (AssertionError forgotten) {
      assertThat(exceeded.sum()).isPositive();
    } finally {
      budgets.stop();
    }
  }

  @Test
  void aCallThatNeedsNoMoreKeepsItsBudget() {
    need(2);
    budget.succeeded(call, 1, null);

    assertThat(exceeded.sum()).isZero();
    assertThatCode(Budgets::assertKept).doesNotThrowAnyException();
  }

  @Test
  void aCallThatNeedsMoreIsCountedAndToldOnceAMinute() {
    need(3);
    budget.succeeded(call, 1, null);
    budget.begun(call);
    need(7);
    budget.failed(call, 1, new IllegalStateException("expected by a test"));

    assertThat(exceeded.sum()).isEqualTo(2);
    assertThat(logs.records())
        .singleElement()
        .extracting(java.util.logging.LogRecord::getMessage)
        .isEqualTo(
            "Invoices.list() needed 3 SQL statements, and may need 2 (maxQueries). 1 such calls so"
                + " far, told once a minute");
    assertThatThrownBy(Budgets::assertKept)
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            budgets of SQL statements exceeded:
              Invoices.list() may need 2 and needed 7, the most of 2 calls that exceeded""");
    assertThatCode(Budgets::assertKept).doesNotThrowAnyException();
  }

  @Test
  void aCallThatIsPartOfNoWorkIsCountedByItself() {
    work.close();
    FakeCall inner = FakeCall.untouchable();
    FakeCall outer = FakeCall.untouchable();
    budget.begun(outer);
    need(2);
    budget.begun(inner);
    need(3);
    budget.succeeded(inner, 1, null);
    assertThat(exceeded.sum()).isEqualTo(1);
    budget.succeeded(outer, 1, null);
    assertThat(exceeded.sum()).isEqualTo(2);

    need(7);
    budget.begun(outer);
    assertThat(StatementCount.current().count()).isZero();
    budget.failed(outer, 1, new IllegalStateException("expected by a test"));
    assertThat(exceeded.sum()).isEqualTo(2);
  }

  @Test
  void whatAStageNeedsCounts() {
    CompletableFuture<String> stage = new CompletableFuture<>();
    budget.succeeded(call, 1, stage);
    need(3);
    assertThat(exceeded.sum()).isZero();
    stage.complete("done");

    assertThat(exceeded.sum()).isEqualTo(1);
  }

  @Test
  void aCallThatCannotBeRememberedLeavesNothingOnItsThread() {
    work.close();
    assertThatThrownBy(() -> budget.begun(callWithoutHash())).hasMessage("expected by a test");

    need(7);
    assertThat(StatementCount.current().count()).isZero();
  }

  private static InvocationContext callWithoutHash() {
    return (InvocationContext)
        Proxy.newProxyInstance(
            QueryBudgetTest.class.getClassLoader(),
            new Class<?>[] {InvocationContext.class},
            (proxy, method, arguments) -> {
              throw new IllegalStateException("expected by a test");
            });
  }

  private static void need(int statements) {
    for (int i = 0; i < statements; i++) {
      StatementCount.current().add(1_000);
    }
  }
}
