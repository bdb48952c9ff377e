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
  public void write(LogEntry entry, Fields out) {
    out.add("@timestamp", EcsSchema.TIMESTAMPS.of(entry.instant()));
    out.add("@version", "1");
    out.add("message", entry.message());
    out.add("logger_name", entry.logger());
    out.add("thread_name", entry.thread());
    out.add("level", entry.severity().name());
    out.add("level_value", value(entry.severity()));
    if (entry.thrown() != null) {
      out.add("stack_trace", out.stackTrace());
      out.add("stack_hash", out.stackHash());
    }
    out.addStatic();
    out.addContext();
    out.addOthers();
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
