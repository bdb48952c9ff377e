package io.sereno.statements.eclipselink;

import io.sereno.statements.StatementObserver;
import io.sereno.statements.Statements;
import java.util.Collection;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Sees each statement of one persistence unit from its beginning to its end, its rows included, and
 * the entities of each transaction that was committed. Statements that EclipseLink collects into
 * batches are seen one by one, as it does not tell when they are sent.
 */
final class SessionStatements extends SessionEventAdapter {

  private final AbstractSession session;
  private final Statements statements;
  private @Nullable SeenFailures failures;

  private SessionStatements(AbstractSession session, Statements statements) {
    this.session = session;
    this.statements = statements;
  }

  static SessionStatements of(AbstractSession session, Statements statements) {
    SessionStatements listener = new SessionStatements(session, statements);
    session.getEventManager().addListener(listener);
    if (session.isConnected()) {
      listener.seeFailures();
    }
    return listener;
  }

  void leave() {
    session.getEventManager().removeListener(this);
    if (failures != null && failures.equals(session.getExceptionHandler())) {
      session.setExceptionHandler(failures.applications());
    }
  }

  /** What the settings of the unit bring has been set by now. */
  @Override
  public void postLogin(SessionEvent event) {
    seeFailures();
  }

  private void seeFailures() {
    if (failures == null) {
      SeenFailures own = new SeenFailures(statements, session.getExceptionHandler());
      session.setExceptionHandler(own);
      failures = own;
    }
  }

  @Override
  public void preExecuteCall(SessionEvent event) {
    if (event.getCall() instanceof DatabaseCall) {
      guarded("noting a statement", () -> CallOnThread.begins(statements));
    }
  }

  @Override
  public void postExecuteCall(SessionEvent event) {
    if (event.getCall() instanceof DatabaseCall call) {
      guarded(
          "noting a statement",
          () -> CallOnThread.executed(statements, call, rows(call, event.getResult())));
    }
  }

  /** Nothing is known of a call that failed: it has no result. */
  private static long rows(DatabaseCall call, @Nullable Object result) {
    if (result instanceof Integer changed) {
      return changed;
    }
    if (result instanceof Collection<?> found) {
      return found.size();
    }
    return result != null && call.isOneRowReturned() ? 1 : StatementObserver.UNKNOWN;
  }

  @Override
  public void postCommitUnitOfWork(SessionEvent event) {
    if (event.getSession() instanceof UnitOfWorkImpl work) {
      guarded("noting committed changes", () -> CommittedChanges.tell(statements, work));
    }
  }

  /** What goes wrong with us is nothing that the application's transaction is to know of. */
  private void guarded(String doing, Runnable step) {
    try {
      step.run();
    } catch (Throwable e) {
      statements.survive(doing, e);
    }
  }
}
