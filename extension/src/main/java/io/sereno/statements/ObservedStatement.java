package io.sereno.statements;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A statement whose executions are seen, unless a library is executing it, which tells of them
 * itself. All else is the driver's. Threads: one at a time, as with any statement.
 */
final class ObservedStatement implements InvocationHandler {

  private final Statement statement;
  private final Connection connection;
  private final Operation prepared;
  private Operation batched;
  private int batch;

  private ObservedStatement(Statement statement, Connection connection, Operation prepared) {
    this.statement = statement;
    this.connection = connection;
    this.prepared = prepared;
    this.batched = prepared;
  }

  /**
   * Instead of a statement.
   *
   * @param prepared what it does, as far as that is known yet
   */
  static Object of(
      Class<? extends Statement> type,
      Statement statement,
      Connection connection,
      Operation prepared) {
    return Proxy.newProxyInstance(
        ObservedStatement.class.getClassLoader(),
        new Class<?>[] {type},
        new ObservedStatement(statement, connection, prepared));
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    return switch (method.getName()) {
      case "getConnection" -> connection;
      case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" ->
          execute(proxy, method, arguments, operation(arguments), StatementObserver.UNKNOWN);
      case "executeBatch", "executeLargeBatch" ->
          execute(proxy, method, arguments, batched, takeBatch());
      case "addBatch" -> {
        batched = operation(arguments);
        batch++;
        yield Delegation.call(statement, proxy, method, arguments);
      }
      case "clearBatch" -> {
        batch = 0;
        yield Delegation.call(statement, proxy, method, arguments);
      }
      default -> Delegation.call(statement, proxy, method, arguments);
    };
  }

  private int takeBatch() {
    int size = batch;
    batch = 0;
    return size;
  }

  private Operation operation(@Nullable Object @Nullable [] arguments) {
    return arguments != null && arguments.length > 0 && arguments[0] instanceof String sql
        ? Operation.of(sql)
        : prepared;
  }

  private @Nullable Object execute(
      Object proxy,
      Method method,
      @Nullable Object @Nullable [] arguments,
      Operation operation,
      int size)
      throws Throwable {
    Statements statements = Statements.inForce();
    if (statements.isInside()) {
      return Delegation.call(statement, proxy, method, arguments);
    }
    long begin = System.nanoTime();
    try {
      Object result = Delegation.call(statement, proxy, method, arguments);
      statements.seen(operation, System.nanoTime() - begin, rows(result), size);
      return result;
    } catch (Throwable e) {
      statements.seen(operation, System.nanoTime() - begin, StatementObserver.UNKNOWN, size);
      statements.failed(operation, e);
      throw e;
    }
  }

  /** What an update says of itself; nobody has counted the rows of a result that is not read. */
  private static long rows(@Nullable Object result) {
    if (result instanceof int[] counts) {
      return sum(IntStream.of(counts).asLongStream());
    }
    if (result instanceof long[] counts) {
      return sum(LongStream.of(counts));
    }
    return result instanceof Integer || result instanceof Long
        ? ((Number) result).longValue()
        : StatementObserver.UNKNOWN;
  }

  /** Of a batch, if the driver tells of each of its statements. */
  private static long sum(LongStream counts) {
    long[] known = counts.toArray();
    return LongStream.of(known).allMatch(count -> count >= 0)
        ? LongStream.of(known).sum()
        : StatementObserver.UNKNOWN;
  }
}
