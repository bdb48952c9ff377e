package io.sereno.metrics;

import io.sereno.figures.Figures;
import io.sereno.invocation.BeanMethod;
import io.sereno.invocation.CallObserver;
import io.sereno.metrics.QueryBudget.Budget;
import io.sereno.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Makes what watches over the {@code maxQueries} of {@code @Timed} methods, while deploying. */
final class QueryBudgets {

  private static final String EXCEEDED = "sereno.timed.queries.exceeded";

  private final Figures figures;
  private final Budgets budgets;
  private final boolean counted;
  private final Map<Map<String, String>, LongAdder> exceeded = new HashMap<>();

  /**
   * Those of one application.
   *
   * @param budgets where its tests look
   * @param counted whether somebody counts statements
   */
  QueryBudgets(Figures figures, Budgets budgets, boolean counted) {
    this.figures = figures;
    this.budgets = budgets;
    this.counted = counted;
  }

  /** Of one method; where nobody counts, that is told, for its budget could never be exceeded. */
  CallObserver observer(BeanMethod method, TimedSettings timed, Settings settings) {
    if (timed.maxQueries() == TimedSettings.UNLIMITED) {
      return CallObserver.noop();
    }
    if (!counted) {
      settings.warn(
          TimedSettings.place(method, settings, "maxQueries"),
          String.valueOf(timed.maxQueries()),
          "set sereno.statements.enabled=true, or leave it out: nobody counts statements");
      return CallObserver.noop();
    }
    Budget budget = new Budget(method.signature(), timed.maxQueries());
    return new QueryBudget(budget, exceeded(method), budgets, figures.failures());
  }

  /** Overloads share a counter, as they share a timer. */
  private LongAdder exceeded(BeanMethod method) {
    Map<String, String> tags =
        Map.of(Meters.CLASS, method.bean().getName(), Meters.METHOD, method.method().getName());
    LongAdder known = exceeded.get(tags);
    if (known == null) {
      known =
          figures.counter(
              EXCEEDED,
              "Calls that needed more SQL statements than the maxQueries of their method",
              tags);
      exceeded.put(tags, known);
    }
    return known;
  }
}
