package io.sereno.statements.hibernate;

import io.sereno.statements.Operation;
import io.sereno.statements.StatementObserver;
import io.sereno.statements.Statements;
import java.util.ServiceLoader;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.EventManager;
import org.hibernate.event.spi.HibernateMonitoringEvent;
import org.jspecify.annotations.Nullable;

/**
 * Sees each statement that Hibernate executes from its beginning to its end, a batch as one. Found
 * by Hibernate itself, by ServiceLoader, once for each session factory.
 */
public final class StatementEvents extends ForwardingEvents {

  private static final String UNIT = "hibernate.persistenceUnitName";

  private volatile @Nullable String unit;

  public StatementEvents() {
    super(applicationsOwn());
  }

  /** Hibernate takes the first that it finds: what the application has brought comes behind us. */
  private static @Nullable EventManager applicationsOwn() {
    return ServiceLoader.load(EventManager.class, StatementEvents.class.getClassLoader()).stream()
        .filter(found -> found.type() != StatementEvents.class)
        .map(ServiceLoader.Provider::get)
        .findFirst()
        .orElse(null);
  }

  @Override
  public @Nullable HibernateMonitoringEvent beginJdbcPreparedStatementExecutionEvent() {
    HibernateMonitoringEvent others =
        next == null ? null : next.beginJdbcPreparedStatementExecutionEvent();
    Statements statements = Statements.inForce();
    return statements.isOn() ? new Begun(statements, statements.begin(), others) : others;
  }

  @Override
  public void completeJdbcPreparedStatementExecutionEvent(
      @Nullable HibernateMonitoringEvent event, String sql) {
    HibernateMonitoringEvent others = executed(event, sql);
    if (next != null) {
      next.completeJdbcPreparedStatementExecutionEvent(others, sql);
    }
  }

  @Override
  public @Nullable HibernateMonitoringEvent beginJdbcBatchExecutionEvent() {
    HibernateMonitoringEvent others = next == null ? null : next.beginJdbcBatchExecutionEvent();
    Statements statements = Statements.inForce();
    return statements.isOn() ? new Begun(statements, statements.begin(), others) : others;
  }

  @Override
  public void completeJdbcBatchExecutionEvent(
      @Nullable HibernateMonitoringEvent event, String sql) {
    HibernateMonitoringEvent others = executed(event, sql);
    if (next != null) {
      next.completeJdbcBatchExecutionEvent(others, sql);
    }
  }

  private static @Nullable HibernateMonitoringEvent executed(
      @Nullable HibernateMonitoringEvent event, @Nullable String sql) {
    if (!(event instanceof Begun begun)) {
      return event;
    }
    try {
      begun.statements.executed(
          Operation.of(sql), begun.nanoTime, StatementObserver.UNKNOWN, StatementObserver.UNKNOWN);
    } catch (Throwable e) {
      begun.statements.survive("noting a statement", e);
    }
    return begun.others;
  }

  @Override
  public @Nullable HibernateMonitoringEvent beginJdbcConnectionAcquisitionEvent() {
    HibernateMonitoringEvent others =
        next == null ? null : next.beginJdbcConnectionAcquisitionEvent();
    Statements statements = Statements.inForce();
    return statements.isOn() ? new Begun(statements, statements.beginConnecting(), others) : others;
  }

  @Override
  public void completeJdbcConnectionAcquisitionEvent(
      @Nullable HibernateMonitoringEvent event,
      SharedSessionContractImplementor session,
      @Nullable Object tenant) {
    HibernateMonitoringEvent others = event;
    if (event instanceof Begun begun) {
      connected(begun, session);
      others = begun.others;
    }
    if (next != null) {
      next.completeJdbcConnectionAcquisitionEvent(others, session, tenant);
    }
  }

  private void connected(Begun begun, SharedSessionContractImplementor session) {
    try {
      begun.statements.endConnecting(unitOf(session), begun.nanoTime);
    } catch (Throwable e) {
      begun.statements.survive("noting a connection", e);
    }
  }

  private String unitOf(SharedSessionContractImplementor session) {
    String known = unit;
    if (known == null) {
      Object said = session.getFactory().getProperties().get(UNIT);
      known = said == null ? "" : said.toString();
      unit = known;
    }
    return known;
  }

  /**
   * What Hibernate keeps between the beginning and the end.
   *
   * @param others what the application's own has returned for it
   */
  private record Begun(
      Statements statements, long nanoTime, @Nullable HibernateMonitoringEvent others)
      implements HibernateMonitoringEvent {}
}
