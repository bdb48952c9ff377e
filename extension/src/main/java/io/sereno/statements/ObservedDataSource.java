package io.sereno.statements;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source whose connections, and what is executed by them, are seen. Threads: any. */
final class ObservedDataSource implements DataSource {

  private final String name;
  private final DataSource source;

  /**
   * Instead of a data source.
   *
   * @param name what the settings call it
   */
  ObservedDataSource(String name, DataSource source) {
    this.name = name;
    this.source = source;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return obtained(source::getConnection);
  }

  @Override
  public Connection getConnection(@Nullable String user, @Nullable String password)
      throws SQLException {
    return obtained(() -> source.getConnection(user, password));
  }

  /** Who waits in vain has waited longest. */
  private Connection obtained(Pool pool) throws SQLException {
    long begin = System.nanoTime();
    try {
      return ObservedConnection.of(pool.connection());
    } finally {
      Statements.inForce().connected(name, System.nanoTime() - begin);
    }
  }

  /** Where connections come from. */
  private interface Pool {

    Connection connection() throws SQLException;
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return type.isInstance(source) ? type.cast(source) : source.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return type.isInstance(source) || source.isWrapperFor(type);
  }

  @Override
  public @Nullable PrintWriter getLogWriter() throws SQLException {
    return source.getLogWriter();
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
    source.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    source.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return source.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return source.getParentLogger();
  }
}
