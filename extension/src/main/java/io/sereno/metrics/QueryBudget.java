package io.sereno.metrics;

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
 * minute, and to the application's tests. Failed calls are told of, too.
 */
final class QueryBudget implements CallObserver {

  private static final Logger LOG = Logger.getLogger(QueryBudget.class);
  private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

  private final String method;
  private final int most;
  private final LongAdder exceeded;
  private final Failures failures;
  private final AtomicLong quietUntil = new AtomicLong(System.nanoTime());
  private final Map<InvocationContext, Before> running = new ConcurrentHashMap<>();

  /** What had been executed when a call began. */
  private record Before(StatementCount statements, long count) {

    long since() {
      return statements.count() - count;
    }
  }

  QueryBudget(String method, int most, LongAdder exceeded, Failures failures) {
    this.method = method;
    this.most = most;
    this.exceeded = exceeded;
    this.failures = failures;
  }

  @Override
  public Interest begun(InvocationContext call) {
    StatementCount statements = StatementCount.current();
    running.put(call, new Before(statements, statements.count()));
    return Interest.DURATION;
  }

  @Override
  public void succeeded(InvocationContext call, long nanos, @Nullable Object result) {
    Before before = running.remove(call);
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
    Before before = running.remove(call);
    if (before != null) {
      check(before.since());
    }
  }

  private void check(long needed) {
    if (needed > most) {
      exceeded.increment();
      Budgets.exceeded(method, most, needed);
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
          method, needed, most, exceeded.sum());
    }
  }
}
