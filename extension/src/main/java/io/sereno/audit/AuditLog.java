package io.sereno.audit;

import io.sereno.figures.Failures;
import io.sereno.figures.Figures;
import io.sereno.redaction.Redactor;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Where audit events go: to the logger {@value #LOGGER}, and to the last ones that the endpoint
 * shows. It never throws. Threads: any.
 */
public final class AuditLog {

  static final String LOGGER = "io.sereno.audit";

  private final Logger logger = Logger.getLogger(LOGGER);
  private final RecentEvents recent;
  private final Redactor redactor;
  private final AuditCounts counts;
  private final Failures failures;

  AuditLog(RecentEvents recent, Redactor redactor, Figures figures) {
    this.recent = recent;
    this.redactor = redactor;
    this.failures = figures.failures();
    this.counts = new AuditCounts(figures);
  }

  /** Writes an event, whatever is secret in its texts masked. */
  public void write(AuditEvent event) {
    try {
      counts.count(event);
      AuditEvent shown = event.with(redactor);
      recent.add(shown);
      logger.log(record(shown));
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      failures.report("audit", "writing an event", e);
    }
  }

  private static LogRecord record(AuditEvent event) {
    LogRecord record = new LogRecord(Level.INFO, "{0}"); // what it says is data, not a format
    record.setInstant(event.when());
    record.setLoggerName(LOGGER);
    record.setSourceClassName(null);
    Map<String, String> fields = event.contextFields();
    fields.putAll(event.fields());
    record.setParameters(new Object[] {event.message(), fields});
    return record;
  }
}
