package io.sereno.statements.eclipselink;

import io.sereno.statements.Operation;
import io.sereno.statements.StatementObserver;
import io.sereno.statements.Statements;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.queries.Call;
import org.jspecify.annotations.Nullable;

/** The call that EclipseLink is executing on this thread, or has executed last. */
final class CallOnThread {

  /**
   * In an array of the JDK's own, as threads outlive the application: since when, zero for none.
   */
  private static final int BEGIN = 0;

  /** And whether it has ended and may yet be found to have failed: then one. */
  private static final int ENDED = 1;

  private static final ThreadLocal<long[]> CALL = new ThreadLocal<>();

  private CallOnThread() {}

  static void begins(Statements statements) {
    long[] own = CALL.get();
    if (own == null) {
      own = new long[2];
      CALL.set(own);
    }
    own[BEGIN] = statements.begin();
    own[ENDED] = 0;
  }

  static void executed(Statements statements, @Nullable Call call, long rows) {
    long[] own = CALL.get();
    if (own != null && own[BEGIN] != 0) {
      long begin = own[BEGIN];
      own[BEGIN] = 0;
      own[ENDED] = 1;
      statements.executed(operation(call), begin, rows, StatementObserver.UNKNOWN);
    }
  }

  /** An exception may come by several times on its way: it counts the first time. */
  static void failed(Statements statements, Call call, Throwable failure) {
    executed(statements, call, StatementObserver.UNKNOWN); // if nobody has told of its end
    long[] own = CALL.get();
    if (own != null && own[ENDED] != 0) {
      own[ENDED] = 0;
      statements.failed(operation(call), failure);
    }
  }

  private static Operation operation(@Nullable Call call) {
    return Operation.of(call instanceof DatabaseCall database ? database.getSQLString() : null);
  }
}
