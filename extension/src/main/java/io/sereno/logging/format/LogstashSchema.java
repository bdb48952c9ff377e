package io.sereno.logging.format;

import io.sereno.Severity;

/**
 * The fields of logstash-logback-encoder, as Logstash's own pipelines expect them; the level has
 * the guide's word.
 *
 * @see <a href="https://github.com/logfellow/logstash-logback-encoder#standard-fields">its
 *     fields</a>
 */
final class LogstashSchema implements Schema {

  @Override
  public String name() {
    return "logstash";
  }

  @Override
  public void layout(Layout layout) {
    layout
        .timestamp("@timestamp")
        .constant("@version", "1")
        .field("message", (entry, out) -> out.text(entry.message()))
        .name("logger_name", LogEntry::logger)
        .name("thread_name", LogEntry::thread)
        .name("level", entry -> entry.severity().name())
        .field("level_value", (entry, out) -> out.number(value(entry.severity())))
        .stackTrace("stack_trace")
        .stackHash("stack_hash")
        .statics()
        .context()
        .others();
  }

  /** Logback's numbers; it has none above ERROR's. */
  private static int value(Severity severity) {
    return switch (severity) {
      case DEBUG -> 10_000;
      case INFO -> 20_000;
      case WARNING -> 30_000;
      case ERROR -> 40_000;
      case CRITICAL -> 50_000;
    };
  }
}
