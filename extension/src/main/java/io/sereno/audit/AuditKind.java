package io.sereno.audit;

import java.util.Locale;

/** What audit events are about, few enough to be told apart in a metric. */
public enum AuditKind {
  /** A call of an {@code @Audited} method. */
  CALL,
  /** An entity with {@code @AuditTrail} that was created, updated or deleted. */
  ENTITY,
  /** The system itself, such as the level of a logger. */
  SYSTEM;

  /** As it is emitted. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
