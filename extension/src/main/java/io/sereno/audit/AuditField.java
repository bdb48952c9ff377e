package io.sereno.audit;

/**
 * The fields of an audit event besides those of the context, in output order, as ECS names them.
 */
public enum AuditField {
  KIND("event.kind"),
  /** What was done: the words of {@code @Audited}, or {@code entity.updated} and its like. */
  ACTION("event.action"),
  /** {@code success} or {@code failure}. */
  OUTCOME("event.outcome"),
  /** On what: the call's arguments, what is sensitive masked. */
  PARAMETERS("audit.parameters"),
  /** On what: the entity's name. */
  ENTITY_TYPE("audit.entity.type"),
  /** On what: the entity's id. */
  ENTITY_ID("audit.entity.id"),
  /** Why it failed: the exception's class. */
  ERROR_TYPE("error.type");

  private final String key;

  AuditField(String key) {
    this.key = key;
  }

  /** The emitted name. */
  public String key() {
    return key;
  }
}
