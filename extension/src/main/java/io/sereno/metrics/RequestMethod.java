package io.sereno.metrics;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The methods that HTTP knows, and one for all that somebody may make up. */
enum RequestMethod {
  CONNECT,
  DELETE,
  GET,
  HEAD,
  OPTIONS,
  PATCH,
  POST,
  PUT,
  TRACE,
  OTHER;

  private static final Map<String, RequestMethod> BY_NAME =
      Arrays.stream(values())
          .filter(method -> method != OTHER)
          .collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

  static RequestMethod of(@Nullable String sent) {
    return sent == null ? OTHER : BY_NAME.getOrDefault(sent, OTHER);
  }

  /** As OpenTelemetry writes it. */
  String tag() {
    return this == OTHER ? "_OTHER" : name();
  }
}
