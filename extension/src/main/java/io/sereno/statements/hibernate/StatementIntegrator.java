package io.sereno.statements.hibernate;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.jdbc.spi.SqlExceptionHelper;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.EventType;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Listens, beside whoever else does, to entities that were changed and to statements that failed.
 * Found by Hibernate itself, by ServiceLoader, once for each session factory.
 */
public final class StatementIntegrator implements Integrator {

  @Override
  public void integrate(
      Metadata metadata, BootstrapContext bootstrap, SessionFactoryImplementor factory) {
    EventListenerRegistry listeners =
        factory.getServiceRegistry().requireService(EventListenerRegistry.class);
    CommittedChanges changes = new CommittedChanges();
    listeners.appendListeners(EventType.POST_COMMIT_INSERT, changes);
    listeners.appendListeners(EventType.POST_COMMIT_UPDATE, changes);
    listeners.appendListeners(EventType.POST_COMMIT_DELETE, changes);

    SqlExceptionHelper helper = factory.getJdbcServices().getSqlExceptionHelper();
    helper.setSqlExceptionConverter(new SeenFailures(helper.getSqlExceptionConverter()));
  }

  @Override
  public void disintegrate(
      SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
    // what listens goes with the factory
  }
}
