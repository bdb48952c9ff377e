package io.sereno.statements;

import io.sereno.figures.Failures;
import java.util.List;

/** Is told of what an application does with its databases, on the thread that does it. */
public interface StatementObserver {

  /** So many rows, or statements in one, that nobody has counted. */
  int UNKNOWN = -1;

  /**
   * A statement has been executed, whether it failed or not.
   *
   * @param nanos how long that took
   * @param rows how many were found or changed, or {@link #UNKNOWN}
   * @param batch how many statements were sent as this one, or {@link #UNKNOWN}
   */
  default void executed(Operation operation, long nanos, long rows, int batch) {}

  /** A statement has failed, be it in preparing or in executing. */
  default void failed(Operation operation, Throwable failure) {}

  /**
   * A connection has been obtained.
   *
   * @param pool the data source or the persistence unit that asked for it
   * @param nanos how long that took, most of it waiting where a pool is used up
   */
  default void connected(String pool, long nanos) {}

  /**
   * Entities of one type have changed in a transaction that was committed.
   *
   * @param entity the name of its class, without the package
   */
  default void changed(String entity, EntityChange change, long count) {}

  /** Tells all of them, in order, whichever of them fail. */
  static StatementObserver composite(List<StatementObserver> observers, Failures failures) {
    return new StatementObservers(observers, failures);
  }

  /** Does nothing. */
  static StatementObserver noop() {
    return StatementObservers.NONE;
  }
}
