package io.sereno.audit;

import io.sereno.context.Context;
import io.sereno.context.ContextField;
import io.sereno.redaction.Redactor;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who did what, on what, when, from where, and how it ended.
 *
 * @param kind what it is about
 * @param when it happened
 * @param context who and from where
 * @param action what was done
 * @param target on what: {@link AuditField#PARAMETERS}, or {@link AuditField#ENTITY_TYPE} and
 *     {@link AuditField#ENTITY_ID}
 * @param errorType the class of the exception that it failed with; empty if it failed without one,
 *     null if it succeeded
 */
public record AuditEvent(
    AuditKind kind,
    Instant when,
    Context context,
    String action,
    Map<AuditField, String> target,
    @Nullable String errorType) {

  static final String SUCCESS = "success";
  static final String FAILURE = "failure";

  public AuditEvent {
    target = target.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(target));
  }

  /** Something that was done to the system itself, just now, because of whom the context names. */
  public static AuditEvent ofSystem(Context context, String action, String parameters) {
    return new AuditEvent(
        AuditKind.SYSTEM,
        Instant.now(),
        context,
        action,
        Map.of(AuditField.PARAMETERS, parameters),
        null);
  }

  /** The same with every secret in its texts masked. */
  AuditEvent with(Redactor redactor) {
    Map<AuditField, String> masked = new EnumMap<>(AuditField.class);
    target.forEach((field, value) -> masked.put(field, redactor.text(value)));
    return new AuditEvent(
        kind, when, context.with(redactor::text), redactor.text(action), masked, errorType);
  }

  public String outcome() {
    return errorType == null ? SUCCESS : FAILURE;
  }

  /** Its fields, without the context's and the time. */
  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(AuditField.KIND.key(), "event");
    fields.put(AuditField.ACTION.key(), action);
    fields.put(AuditField.OUTCOME.key(), outcome());
    target.forEach((field, value) -> fields.put(field.key(), value));
    if (errorType != null && !errorType.isEmpty()) {
      fields.put(AuditField.ERROR_TYPE.key(), errorType);
    }
    return fields;
  }

  /** Its context's fields, those that are known. */
  Map<String, String> contextFields() {
    Map<String, String> fields = new LinkedHashMap<>();
    for (ContextField field : ContextField.values()) {
      String value = field.of(context);
      if (value != null) {
        fields.put(field.key(), value);
      }
    }
    return fields;
  }

  /** In words: {@code clerk invoice.approve id=42: success}. */
  String message() {
    String who = context.user() == null ? "anonymous" : context.user();
    String what = String.join(" ", target.values());
    return who + ' ' + action + (what.isEmpty() ? "" : ' ' + what) + ": " + outcome();
  }
}
