package io.sereno.logging.format;

/**
 * ECS with flat dotted keys, in ecs-logging's order.
 *
 * @see <a href="https://github.com/elastic/ecs-logging/blob/main/spec/spec.json">ecs-logging</a>
 */
final class EcsSchema implements Schema {

  private static final String VERSION = "8.17.0";

  @Override
  public String name() {
    return "ecs";
  }

  @Override
  public void layout(Layout layout) {
    layout
        .timestamp(LogField.TIMESTAMP.key())
        .name(LogField.LEVEL.key(), entry -> entry.severity().name())
        .field(LogField.MESSAGE.key(), (entry, out) -> out.text(entry.message()))
        .constant(LogField.ECS_VERSION.key(), VERSION)
        .statics()
        .name(LogField.THREAD.key(), LogEntry::thread)
        .name(LogField.LOGGER.key(), LogEntry::logger)
        .context()
        .others()
        .error(LogField.ERROR_TYPE.key(), (entry, out) -> out.text(entry.thrownType()))
        .error(LogField.ERROR_MESSAGE.key(), (entry, out) -> out.text(entry.thrownMessage()))
        .stackTrace(LogField.ERROR_STACK_TRACE.key())
        .stackHash(LogField.ERROR_STACK_HASH.key());
  }
}
