package io.sereno.context;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Context} says, under the names of ECS and, where ECS has none, of OpenTelemetry.
 * The same names stand in log lines, in the MDC and in audit events.
 */
public enum ContextField {
  TRACE_ID("trace.id"),
  SPAN_ID("span.id"),
  REQUEST_ID("http.request.id"),
  USER("user.name"),
  CLIENT("client.ip"),
  METHOD("http.request.method"),
  PATH("url.path"),
  ROUTE("http.route");

  private static final Map<String, ContextField> BY_KEY =
      Stream.of(values()).collect(Collectors.toUnmodifiableMap(ContextField::key, f -> f));

  private static final ContextField[] ALL = values();

  private final String key;

  ContextField(String key) {
    this.key = key;
  }

  /** The field of this emitted name, null if it is none of these. */
  @SuppressWarnings("ReferenceEquality") // mostly it is our own name that is asked for
  public static @Nullable ContextField named(String key) {
    for (ContextField field : ALL) {
      if (field.key == key) {
        return field;
      }
    }
    return BY_KEY.get(key);
  }

  /**
   * Whether a mapped diagnostic context shows a context of ours, and not keys of an application.
   */
  public static boolean isWhole(Map<?, ?> mdc) {
    return mdc.containsKey(TRACE_ID.key) && mdc.containsKey(SPAN_ID.key);
  }

  /** What else there is. */
  public static Map<Object, Object> without(Map<?, ?> mdc) {
    Map<Object, Object> others = new HashMap<>(mdc);
    others.keySet().removeAll(BY_KEY.keySet());
    return others;
  }

  /** The emitted name. */
  public String key() {
    return key;
  }

  /** What the context says of this, null if it does not know. */
  public @Nullable String of(Context context) {
    return switch (this) {
      case TRACE_ID -> context.traceId();
      case SPAN_ID -> context.spanId();
      case REQUEST_ID -> context.requestId();
      case USER -> context.user();
      case CLIENT -> context.client();
      case METHOD -> context.method();
      case PATH -> context.path();
      case ROUTE -> context.route();
    };
  }
}
