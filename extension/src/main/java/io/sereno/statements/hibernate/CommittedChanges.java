package io.sereno.statements.hibernate;

import io.sereno.statements.EntityChange;
import io.sereno.statements.Statements;
import org.hibernate.event.spi.PostCommitDeleteEventListener;
import org.hibernate.event.spi.PostCommitInsertEventListener;
import org.hibernate.event.spi.PostCommitUpdateEventListener;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.persister.entity.EntityPersister;

/** Tells of entities once the transaction that has changed them is committed. */
final class CommittedChanges
    implements PostCommitInsertEventListener,
        PostCommitUpdateEventListener,
        PostCommitDeleteEventListener {

  private static final long serialVersionUID = 1L;

  @Override
  public boolean requiresPostCommitHandling(EntityPersister persister) {
    return Statements.inForce().isOn();
  }

  @Override
  public void onPostInsert(PostInsertEvent event) {
    changed(event.getPersister(), EntityChange.INSERTED);
  }

  @Override
  public void onPostUpdate(PostUpdateEvent event) {
    changed(event.getPersister(), EntityChange.UPDATED);
  }

  @Override
  public void onPostDelete(PostDeleteEvent event) {
    changed(event.getPersister(), EntityChange.DELETED);
  }

  @Override
  public void onPostInsertCommitFailed(PostInsertEvent event) {
    // nothing has changed
  }

  @Override
  public void onPostUpdateCommitFailed(PostUpdateEvent event) {
    // nothing has changed
  }

  @Override
  public void onPostDeleteCommitFailed(PostDeleteEvent event) {
    // nothing has changed
  }

  private static void changed(EntityPersister persister, EntityChange change) {
    Statements statements = Statements.inForce();
    try {
      statements.changed(persister.getEntityName(), change, 1);
    } catch (Throwable e) {
      statements.survive("noting a committed change", e); // the commit has succeeded
    }
  }
}
