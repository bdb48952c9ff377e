package io.sereno.statements.eclipselink;

import io.sereno.statements.Statements;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.exceptions.ExceptionHandler;
import org.jspecify.annotations.Nullable;

/**
 * Sees each exception that a call ends with. What becomes of it is up to the application's own
 * handler; without one it goes on, as ever.
 */
final class SeenFailures implements ExceptionHandler {

  private final Statements statements;
  private final @Nullable ExceptionHandler applications;

  SeenFailures(Statements statements, @Nullable ExceptionHandler applications) {
    this.statements = statements;
    this.applications = applications;
  }

  @Nullable ExceptionHandler applications() {
    return applications;
  }

  @Override
  public Object handleException(RuntimeException exception) {
    if (exception instanceof DatabaseException failure && failure.getCall() != null) {
      seen(failure);
    }
    if (applications == null) {
      throw exception;
    }
    return applications.handleException(exception);
  }

  private void seen(DatabaseException failure) {
    try {
      Throwable cause = failure.getInternalException();
      CallOnThread.failed(statements, failure.getCall(), cause == null ? failure : cause);
    } catch (Throwable e) {
      statements.survive("noting the failure of a statement", e);
    }
  }
}
