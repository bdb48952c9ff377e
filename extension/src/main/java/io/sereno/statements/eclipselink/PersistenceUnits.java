package io.sereno.statements.eclipselink;

import io.sereno.statements.StatementSource;
import io.sereno.statements.Statements;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.persistence.internal.jpa.EntityManagerFactoryProvider;
import org.eclipse.persistence.internal.jpa.EntityManagerSetupImpl;

/**
 * Asks the persistence units of the application to tell of their statements: those that are there
 * when it starts, which on a server are all but the ones that the application makes by hand.
 */
public final class PersistenceUnits implements StatementSource {

  private final List<SessionStatements> listeners = new CopyOnWriteArrayList<>();

  /** Cannot be made where there is no EclipseLink, so that nothing is found there to ask. */
  public PersistenceUnits() {
    Objects.requireNonNull(EntityManagerFactoryProvider.class);
  }

  @Override
  public void start(ClassLoader application, Statements statements) {
    EntityManagerFactoryProvider.getEmSetupImpls().values().stream()
        .filter(unit -> isOf(application, unit))
        .map(EntityManagerSetupImpl::getSession)
        .forEach(session -> listeners.add(SessionStatements.of(session, statements)));
  }

  @Override
  public void stop() {
    listeners.forEach(SessionStatements::leave);
    listeners.clear();
  }

  private static boolean isOf(ClassLoader application, EntityManagerSetupImpl unit) {
    return unit.getSession() != null
        && unit.getPersistenceUnitInfo() != null
        && application.equals(unit.getPersistenceUnitInfo().getClassLoader());
  }
}
