package io.sereno.logging.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** A record with all that is around it when it is logged, and what has to come through. */
final class HostileRecord {

  /** The value of fields whose name matters. */
  static final String THERE = "there";

  private static final SimpleFormatter STANDARD = new SimpleFormatter();

  String message = "Invoice approved";
  String logger = "com.acme.Invoices";
  String thread = "main";
  @Nullable Throwable thrown;

  /** Whether the message is what java.util.logging makes of it. */
  boolean expectsMessage = true;

  final List<Object> parameters = new ArrayList<>();
  final Map<Object, @Nullable Object> fields = new LinkedHashMap<>();
  final Map<String, Object> mdc = new LinkedHashMap<>();

  /** Values by their keys in ECS. */
  final Map<String, String> expected = new LinkedHashMap<>();

  /** Keys whose value is {@link #THERE}. */
  final List<String> expectedKeys = new ArrayList<>();

  static HostileRecord with(String text, HostilePlace... places) {
    HostileRecord record = new HostileRecord();
    for (HostilePlace place : places) {
      place.put(text, record);
    }
    return record;
  }

  /** The line that a formatter makes of it, on a thread of this name with this MDC. */
  byte[] through(LineFormatter formatter) {
    LogRecord record = toLogRecord();
    String before = Thread.currentThread().getName();
    Thread.currentThread().setName(thread);
    mdc.forEach(MDC::put);
    try {
      return formatter.toBytes(record);
    } finally {
      MDC.clear();
      Thread.currentThread().setName(before);
    }
  }

  /** The message as java.util.logging has it; as it is if there are no parameters. */
  String expectedMessage() {
    return parameters.isEmpty() && fields.isEmpty()
        ? message
        : STANDARD.formatMessage(toLogRecord());
  }

  private LogRecord toLogRecord() {
    LogRecord record = new LogRecord(Level.SEVERE, message);
    record.setInstant(Instant.EPOCH);
    record.setLoggerName(logger);
    record.setThrown(thrown);
    List<Object> all = new ArrayList<>(parameters);
    if (!fields.isEmpty()) {
      all.add(fields);
    }
    record.setParameters(all.toArray());
    return record;
  }
}
