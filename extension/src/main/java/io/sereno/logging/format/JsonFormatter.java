package io.sereno.logging.format;

import io.sereno.settings.Settings;
import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.LogRecord;

/**
 * A log record as one line of JSON, by default ECS with flat dotted keys in ecs-logging's order:
 *
 * <pre>{@code
 * {"@timestamp":"2026-11-23T09:41:07.512Z","log.level":"INFO","message":"Invoice 42 approved",
 *  "ecs.version":"8.17.0","process.thread.name":"http-1","log.logger":"com.acme.InvoiceService",
 *  "trace.id":"0af7651916cd43dd8448eb211c80319c",…,"http.request.id":"b1946ac9"}
 * }</pre>
 *
 * <p>After the record's own fields come the context's, the MDC's and those of a {@code Map} among
 * the record's parameters, then the exception's. A key that is already taken gets {@code labels.}
 * put before it. Whatever has the name of a secret is masked.
 *
 * <p>In an application, {@code sereno.logging.formatters.<name>.*} configures it. For a whole
 * server, {@code logging.properties} has the same keys below this class's name in the server's jar
 * ({@code io.sereno.server.JsonFormatter.schema=logstash}), and WildFly's {@code custom-formatter}
 * the properties of its setters. Threads: any.
 */
public final class JsonFormatter extends LineFormatter {

  private final ServerProperties properties;
  private volatile Lines lines;

  /** A formatter as {@code logging.properties} wants it. */
  public JsonFormatter() {
    this.properties = new ServerProperties(JsonFormatter.class);
    Settings own = properties.settings();
    this.lines = new Lines(own, properties.formatterContext(own));
    properties.report(own);
  }

  /** A formatter as the settings of an application want it. */
  public JsonFormatter(Settings own, FormatterContext around) {
    this.properties = new ServerProperties(JsonFormatter.class);
    this.lines = new Lines(own, around);
  }

  @Override
  public void write(LogRecord record, LineTarget target) throws IOException {
    lines.write(record, target);
  }

  public void setSchema(String name) {
    set("schema", name);
  }

  public void setInclude(String fields) {
    set("include", fields);
  }

  public void setExclude(String fields) {
    set("exclude", fields);
  }

  public void setRename(String pairs) {
    set("rename", pairs);
  }

  public void setAdd(String pairs) {
    set("add", pairs);
  }

  public void setMaxLineBytes(String size) {
    set("max-line-bytes", size);
  }

  public void setRedactionNames(String names) {
    set("redaction.names", names);
  }

  public void setStackTraceMaxBytes(String size) {
    set("stack-trace.max-bytes", size);
  }

  public void setStackTraceMaxFrames(String number) {
    set("stack-trace.max-frames", number);
  }

  public void setStackTraceRootFirst(String flag) {
    set("stack-trace.root-first", flag);
  }

  public void setStackTraceHash(String flag) {
    set("stack-trace.hash", flag);
  }

  private void set(String name, String value) {
    Settings own = properties.set(name, value);
    Lines changed = new Lines(own, properties.formatterContext(own));
    properties.refuse(own);
    lines = changed;
  }

  /** The lines as one set of settings wants them. */
  private static final class Lines {

    private final JsonPlan plan;
    private final Spares<JsonLine> spares;
    private final LongAdder cut;

    Lines(Settings own, FormatterContext around) {
      JsonSettings settings = JsonSettings.read(own, around);
      this.plan = new JsonPlan(settings, around);
      plan.check(own);
      this.spares = new Spares<>(plan::newLine);
      this.cut = around.cut();
    }

    void write(LogRecord record, LineTarget target) throws IOException {
      try (Spares.Loan<JsonLine> loan = spares.take()) {
        write(record, loan.thing(), target);
      }
    }

    private void write(LogRecord record, JsonLine line, LineTarget target) throws IOException {
      try {
        line.entry().read(record);
        line.write();
        if (line.isCut()) {
          cut.increment();
        }
        target.write(line.json().bytes(), line.json().length());
      } finally {
        line.forget();
      }
    }
  }
}
