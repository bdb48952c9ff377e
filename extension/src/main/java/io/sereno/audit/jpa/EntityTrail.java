package io.sereno.audit.jpa;

import io.sereno.audit.Audit;
import io.sereno.audit.AuditEvent;
import io.sereno.audit.AuditField;
import io.sereno.audit.AuditKind;
import io.sereno.context.Context;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the event of a changed entity, and has it written when its transaction has ended. */
final class EntityTrail {

  /** A change that did not come to pass has no exception to name. */
  private static final String ROLLED_BACK = "";

  private final Audit audit;

  EntityTrail(Audit audit) {
    this.audit = audit;
  }

  void changed(Object entity, String action) {
    try {
      Change change =
          new Change(
              Instant.now(),
              Context.current(),
              action,
              EntityIds.name(entity),
              EntityIds.show(entity, audit.redactor()));
      Transactions.whenEnded(
          committed -> audit.log().write(change.event(committed ? null : ROLLED_BACK)));
    } catch (RuntimeException e) {
      audit.failures().report("audit", "noting a changed entity", e);
    }
  }

  /** What happened, before it is known whether it stays. */
  private record Change(Instant when, Context context, String action, String type, String id) {

    AuditEvent event(@Nullable String errorType) {
      return new AuditEvent(
          AuditKind.ENTITY,
          when,
          context,
          action,
          Map.of(AuditField.ENTITY_TYPE, type, AuditField.ENTITY_ID, id),
          errorType);
    }
  }
}
