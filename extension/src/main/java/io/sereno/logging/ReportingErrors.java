package io.sereno.logging;

import io.sereno.figures.Failures;
import java.util.logging.ErrorManager;
import org.jspecify.annotations.Nullable;

/** Where a handler's errors go: counted, and told once a minute by the handlers that can. */
final class ReportingErrors extends ErrorManager {

  private final Failures failures;
  private final String feature;

  ReportingErrors(Failures failures, String handler) {
    this.failures = failures;
    this.feature = "logging." + handler;
  }

  @Override
  @SuppressWarnings("UnsynchronizedOverridesSynchronized") // it logs, and must not hold a lock
  public void error(@Nullable String message, @Nullable Exception cause, int code) {
    failures.report(
        feature,
        message == null ? "writing" : message,
        cause == null ? new IllegalStateException(message) : cause);
  }
}
