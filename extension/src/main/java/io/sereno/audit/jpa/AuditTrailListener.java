package io.sereno.audit.jpa;

import io.sereno.AuditTrail;
import io.sereno.audit.Audit;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import org.jboss.logging.Logger;

/**
 * Tells the audit of entities that were created, updated or deleted; named by the application:
 *
 * <pre>{@code
 * @Entity
 * @AuditTrail
 * @EntityListeners(AuditTrailListener.class)
 * public class Invoice { … }
 * }</pre>
 *
 * <p>An event is written when the transaction has ended, with how it ended. Where there is no JTA
 * transaction, it is written at once.
 */
public final class AuditTrailListener {

  private static final Logger LOG = Logger.getLogger(AuditTrailListener.class);

  @PostPersist
  void created(Object entity) {
    changed(entity, "entity.created");
  }

  @PostUpdate
  void updated(Object entity) {
    changed(entity, "entity.updated");
  }

  @PostRemove
  void deleted(Object entity) {
    changed(entity, "entity.deleted");
  }

  private static void changed(Object entity, String action) {
    if (!entity.getClass().isAnnotationPresent(AuditTrail.class)) {
      return;
    }
    try {
      Instance<Audit> audit = CDI.current().select(Audit.class);
      if (audit.isResolvable()) { // it is not when the audit is switched off
        new EntityTrail(audit.get()).changed(entity, action);
      }
    } catch (RuntimeException e) {
      LOG.warnf(e, "%s is not in the audit trail: no container answers here", action);
    }
  }
}
