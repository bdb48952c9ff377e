package io.sereno.statements;

import io.sereno.figures.Failures;
import java.util.List;
import java.util.function.Consumer;

/** Several, in their order; the failures of one reach neither the others nor the application. */
final class StatementObservers implements StatementObserver {

  static final StatementObserver NONE = new StatementObserver() {};

  private static final String DOING = "noting a statement";

  private final StatementObserver[] observers;
  private final Failures failures;

  StatementObservers(List<StatementObserver> observers, Failures failures) {
    this.observers = observers.toArray(StatementObserver[]::new);
    this.failures = failures;
  }

  /** Not by way of {@link #tell}: this is what every statement comes through. */
  @Override
  public void executed(Operation operation, long nanos, long rows, int batch) {
    for (StatementObserver observer : observers) {
      try {
        observer.executed(operation, nanos, rows, batch);
      } catch (Throwable e) {
        failures.survive(Statements.FEATURE, DOING, e);
      }
    }
  }

  @Override
  public void failed(Operation operation, Throwable failure) {
    tell(observer -> observer.failed(operation, failure));
  }

  @Override
  public void connected(String pool, long nanos) {
    tell(observer -> observer.connected(pool, nanos));
  }

  @Override
  public void changed(String entity, EntityChange change, long count) {
    tell(observer -> observer.changed(entity, change, count));
  }

  private void tell(Consumer<StatementObserver> news) {
    for (StatementObserver observer : observers) {
      try {
        news.accept(observer);
      } catch (Throwable e) {
        failures.survive(Statements.FEATURE, DOING, e);
      }
    }
  }
}
