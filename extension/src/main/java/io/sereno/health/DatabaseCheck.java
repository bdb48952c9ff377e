package io.sereno.health;

import java.sql.Connection;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Gets a connection and has its driver validate it. */
final class DatabaseCheck implements Check {

  private final String name;
  private final Callable<Connection> source;
  private final Duration timeout;

  DatabaseCheck(String name, Callable<Connection> source, Duration timeout) {
    this.name = name;
    this.source = source;
    this.timeout = timeout;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public CheckResult run() {
    long start = System.nanoTime();
    Optional<String> error = error();
    return new CheckResult(name, Duration.ofNanos(System.nanoTime() - start), error);
  }

  private Optional<String> error() {
    int seconds = (int) Math.max(1, timeout.toSeconds());
    try (Connection connection = source.call()) {
      return connection.isValid(seconds)
          ? Optional.empty()
          : Optional.of(SQLTimeoutException.class.getName());
    } catch (Exception
        | LinkageError e) { // a driver, a pool, a naming context: whatever they throw is the result
      return Optional.of(e.getClass().getName());
    }
  }
}
