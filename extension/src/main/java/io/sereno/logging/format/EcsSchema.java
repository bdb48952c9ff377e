package io.sereno.logging.format;

import java.time.ZoneOffset;

/**
 * ECS with flat dotted keys, in ecs-logging's order.
 *
 * @see <a href="https://github.com/elastic/ecs-logging/blob/main/spec/spec.json">ecs-logging</a>
 */
final class EcsSchema implements Schema {

  private static final String VERSION = "8.17.0";

  private static final LogField[] NONE = {};

  private static final LogField[] ERROR = {
    LogField.ERROR_TYPE,
    LogField.ERROR_MESSAGE,
    LogField.ERROR_STACK_TRACE,
    LogField.ERROR_STACK_HASH
  };

  static final Timestamps TIMESTAMPS =
      new Timestamps("uuuu-MM-dd'T'HH:mm:ss", ZoneOffset.UTC, ".", "Z");

  @Override
  public String name() {
    return "ecs";
  }

  @Override
  public void write(LogEntry entry, Fields out) {
    out.add(LogField.TIMESTAMP.key(), TIMESTAMPS.of(entry.instant()));
    out.add(LogField.LEVEL.key(), entry.severity().name());
    out.add(LogField.MESSAGE.key(), entry.message());
    out.add(LogField.ECS_VERSION.key(), VERSION);
    out.addStatic();
    out.add(LogField.THREAD.key(), entry.thread());
    out.add(LogField.LOGGER.key(), entry.logger());
    out.addContext();
    out.addOthers(entry.thrown() == null ? NONE : ERROR);
    if (entry.thrown() != null) {
      out.add(LogField.ERROR_TYPE.key(), entry.thrown().getClass().getName());
      out.add(LogField.ERROR_MESSAGE.key(), entry.thrownMessage());
      out.add(LogField.ERROR_STACK_TRACE.key(), out.stackTrace());
      out.add(LogField.ERROR_STACK_HASH.key(), out.stackHash());
    }
  }
}
