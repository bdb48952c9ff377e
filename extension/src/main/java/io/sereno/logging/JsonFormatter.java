package io.sereno.logging;

import io.sereno.context.Context;
import io.sereno.context.ContextField;
import io.sereno.redaction.Redactor;
import io.sereno.settings.DataSize;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * A log record as one line of ECS JSON, with flat dotted keys in ecs-logging's order:
 *
 * <pre>{@code
 * {"@timestamp":"2026-11-23T09:41:07.512Z","log.level":"INFO","message":"Invoice 42 approved",
 *  "ecs.version":"8.17.0","process.thread.name":"http-1","log.logger":"com.acme.InvoiceService",
 *  "trace.id":"0af7651916cd43dd8448eb211c80319c",…,"http.request.id":"b1946ac9"}
 * }</pre>
 *
 * <p>After the record's own fields come the context's, the MDC's and those of a {@code Map} among
 * the record's parameters, then the exception's. A key that is already taken gets {@value #OTHERS}
 * put before it. Whatever has the name of a secret is masked. Threads: any.
 */
final class JsonFormatter extends Formatter {

  private static final String ECS = "8.17.0";
  private static final String OTHERS = "labels.";
  private static final String OURS = "io.sereno.audit";

  private static final DateTimeFormatter TIMESTAMP =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter().withZone(ZoneOffset.UTC);

  private final Redactor redactor;
  private final int longest;
  private final RecordMessages messages = new RecordMessages();

  JsonFormatter(Redactor redactor, DataSize longest) {
    this.redactor = redactor;
    this.longest = (int) Math.min(longest.bytes(), Integer.MAX_VALUE);
  }

  @Override
  public String format(LogRecord record) {
    return new String(toBytes(record), StandardCharsets.UTF_8);
  }

  byte[] toBytes(LogRecord record) {
    JsonLine line = new JsonLine(longest);
    line.add(LogField.TIMESTAMP.key(), TIMESTAMP.format(record.getInstant()));
    line.add(LogField.LEVEL.key(), Levels.severity(record.getLevel()).name());
    line.add(LogField.MESSAGE.key(), messages.of(record, this));
    line.add(LogField.ECS_VERSION.key(), ECS);
    line.add(LogField.THREAD.key(), Thread.currentThread().getName());
    line.add(LogField.LOGGER.key(), record.getLoggerName() == null ? "" : record.getLoggerName());
    Map<String, Object> fields = fields(record.getParameters());
    addContext(line, isOurs(record) ? fields : Map.of());
    addOthers(line, MDC.getMap());
    addOthers(line, fields);
    addError(line, record.getThrown());
    return line.toBytes();
  }

  /** What stands in the maps among the parameters. */
  private static Map<String, Object> fields(Object @Nullable [] parameters) {
    if (parameters == null) {
      return Map.of();
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Object parameter : parameters) {
      if (parameter instanceof Map<?, ?> map) {
        addAll(map, fields);
      }
    }
    return fields;
  }

  private static void addAll(Map<?, ?> map, Map<String, Object> fields) {
    try {
      map.forEach((key, value) -> fields.put(String.valueOf(key), value));
    } catch (RuntimeException e) {
      fields.put("labels.unreadable", e.getClass().getName()); // the application's own map
    }
  }

  /** The audit tells of work that another thread may have done. */
  private static boolean isOurs(LogRecord record) {
    return OURS.equals(record.getLoggerName());
  }

  /** What a record of ours says itself comes before what the thread says. */
  private static void addContext(JsonLine line, Map<String, Object> fields) {
    Context context = Context.current();
    for (ContextField field : ContextField.values()) {
      Object value = fields.getOrDefault(field.key(), field.of(context));
      if (value != null) {
        line.add(field.key(), String.valueOf(value));
      }
    }
  }

  private void addOthers(JsonLine line, @Nullable Map<String, Object> fields) {
    if (fields != null) {
      fields.forEach(
          (key, value) -> {
            if (value != null && !value.equals(line.get(key))) {
              addOther(line, key, value);
            }
          });
    }
  }

  private void addOther(JsonLine line, String key, Object value) {
    String free = line.has(key) ? OTHERS + key : key;
    if (redactor.isSensitive(key)) {
      line.add(free, Redactor.MASK);
    } else if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
      line.add(free, value);
    } else {
      line.add(free, value instanceof String text ? text : redactor.show(value));
    }
  }

  private void addError(JsonLine line, @Nullable Throwable thrown) {
    if (thrown == null) {
      return;
    }
    line.add(LogField.ERROR_TYPE.key(), thrown.getClass().getName());
    String message = message(thrown);
    if (message != null) {
      line.add(LogField.ERROR_MESSAGE.key(), message);
    }
    line.add(LogField.ERROR_STACK_TRACE.key(), StackTraces.of(thrown, longest));
  }

  private static @Nullable String message(Throwable thrown) {
    try {
      return thrown.getMessage();
    } catch (RuntimeException | StackOverflowError e) {
      return null; // the application's own getMessage; the stack trace says so
    }
  }
}
