package io.sereno.statements.datasource;

import io.sereno.statements.Operation;
import io.sereno.statements.StatementObserver;
import io.sereno.statements.Statements;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import org.jspecify.annotations.Nullable;

/** Sees what is executed through a data source, unless a library is executing it. */
final class ProxiedStatements implements QueryExecutionListener {

  private static final String BEGIN = "io.sereno.begin";

  @Override
  public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    execution.addCustomValue(BEGIN, System.nanoTime());
  }

  @Override
  public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
    Statements statements = Statements.inForce();
    if (!statements.isOn() || statements.isInside()) {
      return;
    }
    Operation operation = Operation.of(queries.isEmpty() ? null : queries.get(0).getQuery());
    statements.seen(operation, nanos(execution), rows(execution), batch(execution));
    Throwable failure = execution.getThrowable();
    if (failure != null) {
      statements.failed(operation, failure);
    }
  }

  private static long nanos(ExecutionInfo execution) {
    Long begin = execution.getCustomValue(BEGIN, Long.class);
    return begin == null
        ? TimeUnit.MILLISECONDS.toNanos(execution.getElapsedTime())
        : System.nanoTime() - begin;
  }

  /**
   * What an update says of itself; nobody has counted the rows of a result that is not read yet.
   */
  private static long rows(ExecutionInfo execution) {
    @Nullable Object result = execution.getResult();
    if (result instanceof Integer || result instanceof Long) {
      return ((Number) result).longValue();
    }
    return StatementObserver.UNKNOWN;
  }

  private static int batch(ExecutionInfo execution) {
    return execution.isBatch() ? execution.getBatchSize() : StatementObserver.UNKNOWN;
  }
}
