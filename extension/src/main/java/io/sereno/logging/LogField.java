package io.sereno.logging;

/**
 * The fields of a log line besides those of the context, in output order, as ECS names them.
 *
 * @see <a href="https://www.elastic.co/docs/reference/ecs/logging/intro">ECS logging</a>
 */
enum LogField {
  TIMESTAMP("@timestamp"),
  LEVEL("log.level"),
  MESSAGE("message"),
  ECS_VERSION("ecs.version"),
  THREAD("process.thread.name"),
  LOGGER("log.logger"),
  /** OpenTelemetry's: class and method of a {@code @Logged} call. */
  FUNCTION("code.function.name"),
  OUTCOME("event.outcome"),
  /** In nanoseconds. */
  DURATION("event.duration"),
  ERROR_TYPE("error.type"),
  ERROR_MESSAGE("error.message"),
  ERROR_STACK_TRACE("error.stack_trace");

  private final String key;

  LogField(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }
}
