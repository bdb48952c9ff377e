package io.sereno.logging.format;

import io.sereno.settings.Settings;
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
  private volatile JsonSettings settings;
  private volatile FormatterContext around;

  /** A formatter as {@code logging.properties} wants it. */
  public JsonFormatter() {
    this.properties = new ServerProperties(JsonFormatter.class);
    Settings own = properties.settings();
    this.around = properties.formatterContext(own);
    this.settings = JsonSettings.read(own, around);
    properties.report(own);
  }

  /** A formatter as the settings of an application want it. */
  public JsonFormatter(Settings own, FormatterContext around) {
    this.properties = new ServerProperties(JsonFormatter.class);
    this.around = around;
    this.settings = JsonSettings.read(own, around);
  }

  @Override
  public byte[] toBytes(LogRecord record) {
    JsonSettings current = settings;
    JsonLine line = new JsonLine(current.longest());
    LogEntry entry = new LogEntry(record);
    current.schema().write(entry, new Fields(entry, current, around.redactor(), line));
    byte[] bytes = line.toBytes();
    if (line.isCut()) {
      around.cut().increment();
    }
    return bytes;
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
    around = properties.formatterContext(own);
    settings = JsonSettings.read(own, around);
    properties.refuse(own);
  }
}
