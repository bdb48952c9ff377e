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

  private final SQLExceptionConverter dialects;

  SeenFailures(SQLExceptionConverter dialects) {
    this.dialects = dialects;
  }

  @Override
  public JDBCException convert(SQLException failure, String message, @Nullable String sql) {
    Statements.inForce().failed(Operation.of(sql), failure);
    return dialects.convert(failure, message, sql);
  }
}
