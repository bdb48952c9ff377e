package io.sereno.statements.hibernate;

import io.sereno.statements.Operation;
import io.sereno.statements.Statements;
import java.sql.SQLException;
import org.hibernate.JDBCException;
import org.hibernate.exception.spi.SQLExceptionConverter;
import org.jspecify.annotations.Nullable;

/**
 * Sees each exception of a driver on its way through Hibernate, which makes its own of it as ever.
 */
final class SeenFailures implements SQLExceptionConverter {

  private static final long serialVersionUID = 1L;

  /** What Hibernate says where it has none: a connection could not be had. */
  private static final String NO_STATEMENT = "n/a";

  private final SQLExceptionConverter dialects;

  SeenFailures(SQLExceptionConverter dialects) {
    this.dialects = dialects;
  }

  @Override
  public JDBCException convert(SQLException failure, String message, @Nullable String sql) {
    if (sql != null && !sql.equals(NO_STATEMENT)) {
      seen(failure, sql);
    }
    return dialects.convert(failure, message, sql);
  }

  private static void seen(SQLException failure, String sql) {
    Statements statements = Statements.inForce();
    try {
      statements.failed(Operation.of(sql), failure);
    } catch (Throwable e) {
      statements.survive("noting the failure of a statement", e);
    }
  }
}
