package io.sereno.audit;

import io.sereno.context.Context;
import io.sereno.redaction.Arguments;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is audited of one method's calls.
 *
 * @param action what a call does
 * @param arguments how its arguments are shown
 */
record AuditedMethod(String action, Arguments arguments) {

  /** The event of one call. */
  AuditEvent event(Instant when, String parameters, @Nullable Throwable failure) {
    return new AuditEvent(
        AuditKind.CALL,
        when,
        Context.current(),
        action,
        parameters.isEmpty() ? Map.of() : Map.of(AuditField.PARAMETERS, parameters),
        failure == null ? null : failure.getClass().getName());
  }
}
