package io.sereno.metrics;

import io.sereno.context.ContextScope;
import io.sereno.context.StatementCount;
import io.sereno.figures.Failures;
import io.sereno.invocation.CallObserver;
import io.sereno.invocation.Interest;
import jakarta.interceptor.InvocationContext;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells when calls of one method need more SQL statements than they may: by a counter, by a line a
 * minute, and to the application's tests. Failed calls are told of, too. A call that is part of no
 * request or other work is counted by itself, as far as it stays on its thread.
 */
final class QueryBudget implements CallObserver {

  private static final Logger LOG = Logger.getLogger(QueryBudget.class);
  private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

  private final Budget budget;
  private final LongAdder exceeded;
  private final Budgets budgets;
  private final Failures failures;
  private final AtomicLong quietUntil = new AtomicLong(System.nanoTime());
  private final Map<InvocationContext, Before> running = new ConcurrentHashMap<>();

  /**
   * How many statements the calls of one method may need.
   *
   * @param method with its parameters
   */
  record Budget(String method, int most) {}

  /** What had been executed when a call began, and what counts on its thread until it ends. */
  private record Before(ContextScope scope, StatementCount statements, long count) {

    long since() {
      return statements.count() - count;
    }
  }

  QueryBudget(Budget budget, LongAdder exceeded, Budgets budgets, Failures failures) {
    this.budget = budget;
    this.exceeded = exceeded;
    this.budgets = budgets;
    this.failures = failures;
  }

  @Override
  public Interest begun(InvocationContext call) {
    ContextScope scope = StatementCount.open();
    StatementCount statements = StatementCount.current();
    try {
      running.put(call, new Before(scope, statements, statements.count()));
    } catch (Throwable e) {
      scope.close(); // calls are foreign code: without a hash, nobody would find it again
      throw e;
    }
    return Interest.DURATION;
  }

  @Override
  public void succeeded(InvocationContext call, long nanos, @Nullable Object result) {
    Before before = ended(call);
    if (before == null) {
      return;
    }
    if (result instanceof CompletionStage<?> stage) {
      Completion.of(stage, failures, failure -> check(before.since()));
    } else {
      check(before.since());
    }
  }

  @Override
  public void failed(InvocationContext call, long nanos, Throwable failure) {
    Before before = ended(call);
    if (before != null) {
      check(before.since());
    }
  }

  private @Nullable Before ended(InvocationContext call) {
    Before before = running.remove(call);
    if (before != null) {
      before.scope.close();
    }
    return before;
  }

  private void check(long needed) {
    if (needed > budget.most) {
      exceeded.increment();
      budgets.exceeded(budget.method, budget.most, needed);
      warn(needed);
    }
  }

  private void warn(long needed) {
    long now = System.nanoTime();
    long until = quietUntil.get();
    if (now - until >= 0 && quietUntil.compareAndSet(until, now + QUIET_NANOS)) {
      LOG.warnf(
          "%s needed %d SQL statements, and may need %d (maxQueries)."
              + " %d such calls so far, told once a minute",
          budget.method, needed, budget.most, exceeded.sum());
    }
  }
}
