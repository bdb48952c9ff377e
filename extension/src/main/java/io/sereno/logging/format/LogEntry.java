package io.sereno.logging.format;

import io.sereno.Severity;
import io.sereno.context.Context;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one record when it becomes a line, for schemas to choose from.
 *
 * <p>Made on the thread that logs, whose name and context it tells. Nothing here throws, whatever
 * the application put into the record. One thread.
 */
public final class LogEntry {

  private final LogRecord record;
  private final Map<String, Object> fields;
  private final String message;

  LogEntry(LogRecord record) {
    this.record = record;
    this.message = Messages.of(record);
    this.fields = fields(record.getParameters());
  }

  /** The message of a record with its parameters in it. */
  public static String message(LogRecord record) {
    return Messages.of(record);
  }

  public Instant instant() {
    return record.getInstant();
  }

  /** The guide's word for the record's level. */
  public Severity severity() {
    return Levels.severity(record.getLevel());
  }

  /** The message with its parameters in it, unbounded and unescaped. */
  public String message() {
    return message;
  }

  public String logger() {
    return record.getLoggerName() == null ? "" : record.getLoggerName();
  }

  /** The name of the thread that logs; a virtual thread without one is known by its number. */
  public String thread() {
    Thread thread = Thread.currentThread();
    String name = thread.getName();
    return name.isEmpty() ? "thread-" + thread.getId() : name;
  }

  public Context context() {
    return Context.current();
  }

  /** What the application has put into the mapped diagnostic context. */
  public Map<?, ?> mdc() {
    return RecordMdc.of(record);
  }

  /** What stands in the maps among the record's parameters. */
  public Map<String, Object> fields() {
    return fields;
  }

  public @Nullable Throwable thrown() {
    return record.getThrown();
  }

  /** What the exception says, null if it says nothing or cannot. */
  public @Nullable String thrownMessage() {
    Throwable thrown = record.getThrown();
    return thrown == null ? null : Foreign.message(thrown);
  }

  LogRecord record() {
    return record;
  }

  private static Map<String, Object> fields(Object @Nullable [] parameters) {
    Map<String, Object> fields = Map.of();
    if (parameters != null) {
      for (Object parameter : parameters) {
        if (parameter instanceof Map<?, ?> map) {
          fields = fields.isEmpty() ? new LinkedHashMap<>() : fields;
          addAll(map, fields);
        }
      }
    }
    return fields;
  }

  private static void addAll(Map<?, ?> map, Map<String, Object> fields) {
    try {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        String key = String.valueOf(entry.getKey()); // null if its own toString says so
        fields.put(String.valueOf(key), entry.getValue());
      }
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      fields.put("labels.unreadable", e.getClass().getName()); // the application's own map
    }
  }
}
