package io.sereno.statements.eclipselink;

import io.sereno.statements.EntityChange;
import io.sereno.statements.Statements;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.persistence.internal.sessions.ObjectChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/** Tells of the entities that a committed transaction has changed. */
final class CommittedChanges {

  private CommittedChanges() {}

  static void tell(UnitOfWorkImpl work) {
    if (work.getUnitOfWorkChangeSet() instanceof UnitOfWorkChangeSet changes) {
      Set<ObjectChangeSet> gone = new HashSet<>(changes.getDeletedObjects().keySet());
      gone.forEach(entity -> tell(entity, EntityChange.DELETED));
      for (Map<ObjectChangeSet, ObjectChangeSet> entities : changes.getObjectChanges().values()) {
        for (ObjectChangeSet entity : entities.keySet()) {
          if (!gone.contains(entity) && entity.hasChanges()) {
            tell(entity, entity.isNew() ? EntityChange.INSERTED : EntityChange.UPDATED);
          }
        }
      }
    }
  }

  private static void tell(ObjectChangeSet entity, EntityChange change) {
    Statements.inForce().changed(entity.getDescriptor().getAlias(), change, 1);
  }
}
