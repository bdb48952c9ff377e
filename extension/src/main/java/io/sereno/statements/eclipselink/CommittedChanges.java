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

  static void tell(Statements statements, UnitOfWorkImpl work) {
    if (work.getUnitOfWorkChangeSet() instanceof UnitOfWorkChangeSet changes) {
      Set<ObjectChangeSet> gone = new HashSet<>(changes.getDeletedObjects().keySet());
      gone.forEach(entity -> tell(statements, entity, EntityChange.DELETED));
      for (Map<ObjectChangeSet, ObjectChangeSet> entities : changes.getObjectChanges().values()) {
        for (ObjectChangeSet entity : entities.keySet()) {
          if (!gone.contains(entity) && entity.hasChanges()) {
            tell(statements, entity, entity.isNew() ? EntityChange.INSERTED : EntityChange.UPDATED);
          }
        }
      }
    }
  }

  private static void tell(Statements statements, ObjectChangeSet entity, EntityChange change) {
    statements.changed(entity.getDescriptor().getAlias(), change, 1);
  }
}
