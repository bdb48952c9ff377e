package io.sereno.audit;

import io.sereno.figures.Figures;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * How many events there were, by kind and outcome, all from zero: {@code
 * sereno_audit_events_total{kind="call",outcome="failure"}}. Threads: any.
 */
final class AuditCounts {

  private final Map<AuditKind, LongAdder> successes = new EnumMap<>(AuditKind.class);
  private final Map<AuditKind, LongAdder> failures = new EnumMap<>(AuditKind.class);

  AuditCounts(Figures figures) {
    for (AuditKind kind : AuditKind.values()) {
      successes.put(kind, counter(figures, kind, AuditEvent.SUCCESS));
      failures.put(kind, counter(figures, kind, AuditEvent.FAILURE));
    }
  }

  private static LongAdder counter(Figures figures, AuditKind kind, String outcome) {
    return figures.counter(
        "sereno.audit.events",
        "Audit events written",
        Map.of("kind", kind.word(), "outcome", outcome));
  }

  @SuppressWarnings("NullAway") // there is one for each
  void count(AuditEvent event) {
    (event.errorType() == null ? successes : failures).get(event.kind()).increment();
  }
}
