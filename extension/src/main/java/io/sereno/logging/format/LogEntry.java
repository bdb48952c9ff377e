package io.sereno.logging.format;

import io.sereno.Severity;
import io.sereno.context.Context;
import io.sereno.context.ContextField;
import io.sereno.redaction.Redactor;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one record when it becomes a line, for schemas to choose from.
 *
 * <p>It is asked on the thread that logs, whose name and context it tells, and stands for another
 * record afterwards. Nothing here throws, whatever the application put into the record. One thread.
 */
public final class LogEntry {

  private static final LogRecord NOTHING = new LogRecord(Level.OFF, "");

  /** More than a line has room for. */
  private static final int MOST_FIELDS = 1_000;

  private LogRecord record = NOTHING;
  private Map<String, Object> fields = Map.of();
  private Context context = Context.NONE;
  private String message = "";

  private final boolean knowsContext;

  /**
   * Makes an entry that stands for no record yet.
   *
   * @param knowsContext whether the context of the work is known here
   */
  LogEntry(boolean knowsContext) {
    this.knowsContext = knowsContext;
  }

  /** An entry that stands for this record. */
  static LogEntry of(LogRecord record, boolean knowsContext) {
    LogEntry entry = new LogEntry(knowsContext);
    entry.read(record);
    return entry;
  }

  /** Whether the names of the context's fields are kept for what is known of it. */
  boolean knowsContext() {
    return knowsContext;
  }

  void read(LogRecord another) {
    record = another;
    message = Messages.of(another);
    fields = Map.of();
    context = knowsContext ? Context.current() : Context.NONE;
    Object[] parameters = another.getParameters();
    if (parameters != null) {
      for (Object parameter : parameters) {
        read(parameter);
      }
    }
  }

  /** Lets go of the record. */
  void forget() {
    record = NOTHING;
    message = "";
    fields = Map.of();
    context = Context.NONE;
  }

  private void read(@Nullable Object parameter) {
    if (parameter instanceof Map<?, ?> map && Redactor.holdsWhatItShows(map)) {
      fields = fields.isEmpty() ? new LinkedHashMap<>() : fields;
      addAll(map, fields);
      if (LoggerNames.isAtOrBelow(logger(), LoggerNames.OURS)) {
        context = context.overriddenBy(fields); // work that another thread may have done
      }
    }
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
    String name = record.getLoggerName();
    return name == null ? "" : name;
  }

  /** The name of the thread that logs; a virtual thread without one is known by its number. */
  public String thread() {
    Thread thread = Thread.currentThread();
    String name = thread.getName();
    return name.isEmpty() ? "thread-" + thread.getId() : name;
  }

  /** The context of the work on this thread, or of what a record of Sereno's own tells. */
  public Context context() {
    return context;
  }

  /**
   * What the application has put into the mapped diagnostic context. Some servers give a new thread
   * a copy of that of the thread that starts it: what is shown of another's context is left out.
   */
  public Map<?, ?> mdc() {
    Map<?, ?> mdc = RecordMdc.of(record);
    boolean isAnothers = knowsContext && context.traceId() == null && ContextField.isWhole(mdc);
    return isAnothers ? ContextField.without(mdc) : mdc;
  }

  /** What stands in the maps among the record's parameters. */
  public Map<String, Object> fields() {
    return fields;
  }

  public @Nullable Throwable thrown() {
    return record.getThrown();
  }

  /** The name of the exception's class, empty without one. */
  public String thrownType() {
    Throwable thrown = record.getThrown();
    return thrown == null ? "" : thrown.getClass().getName();
  }

  /** What the exception says, null if it says nothing or cannot. */
  public @Nullable String thrownMessage() {
    Throwable thrown = record.getThrown();
    return thrown == null ? null : Foreign.message(thrown);
  }

  LogRecord record() {
    return record;
  }

  private static void addAll(Map<?, ?> map, Map<String, Object> fields) {
    try {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        if (fields.size() >= MOST_FIELDS) {
          return;
        }
        String key = String.valueOf(entry.getKey()); // null if its own toString says so
        fields.put(String.valueOf(key), entry.getValue());
      }
    } catch (Throwable e) {
      Foreign.rethrowIfFatal(e);
      fields.put("labels.unreadable", e.getClass().getName()); // the application's own map
    }
  }
}
