package io.sereno.logging.format;

import java.util.Optional;
import java.util.logging.LogRecord;

/** The place that logged a record, found by walking the stack of the thread that logs. */
final class Callers {

  private Callers() {}

  /** The caller as the record knows it, with its line where it is on this stack. */
  static Optional<StackTraceElement> of(LogRecord record) {
    String type = record.getSourceClassName();
    String method = record.getSourceMethodName();
    if (type == null || method == null) {
      return Optional.empty();
    }
    Optional<StackTraceElement> frame =
        StackWalker.getInstance()
            .walk(
                frames ->
                    frames
                        .filter(f -> f.getClassName().equals(type))
                        .filter(f -> f.getMethodName().equals(method))
                        .map(StackWalker.StackFrame::toStackTraceElement)
                        .findFirst());
    return frame.isPresent() ? frame : Optional.of(new StackTraceElement(type, method, null, -1));
  }
}
