package io.sereno.logging.format;

/**
 * The fields of a log line besides those of the context, as ECS names them, and where ECS has no
 * name, OpenTelemetry.
 *
 * @see <a href="https://www.elastic.co/docs/reference/ecs/logging/intro">ECS logging</a>
 */
public enum LogField {
  TIMESTAMP("@timestamp"),
  LEVEL("log.level"),
  MESSAGE("message"),
  ECS_VERSION("ecs.version"),
  THREAD("process.thread.name"),
  LOGGER("log.logger"),
  /** Class and method of a {@code @Logged} call. */
  FUNCTION("code.function.name"),
  OUTCOME("event.outcome"),
  /** In nanoseconds. */
  DURATION("event.duration"),
  /**
   * Of a {@code @Logged} call that shows them; neither ECS nor OpenTelemetry has names for them.
   */
  ARGUMENTS("labels.arguments"),
  RESULT("labels.result"),
  /** How many records a line stands for besides itself, as OpenTelemetry's log deduplication. */
  COUNT("log_count"),
  ERROR_TYPE("error.type"),
  ERROR_MESSAGE("error.message"),
  ERROR_STACK_TRACE("error.stack_trace"),
  /** The same for the same exception from the same place. */
  ERROR_STACK_HASH("error.stack_hash");

  private final String key;

  LogField(String key) {
    this.key = key;
  }

  /** The emitted name. */
  public String key() {
    return key;
  }
}
