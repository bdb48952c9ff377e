package io.sereno.logging.format;

import io.sereno.settings.Settings;
import java.io.IOException;
import java.util.logging.LogRecord;

/**
 * A log record as a line for people, by Django's brace style:
 *
 * <pre>
 * {levelname} {asctime} {module} {message}
 * WARNING 2026-01-31 12:34:56,789 InvoiceService Invoice 42 is overdue
 * </pre>
 *
 * <p>{@link Placeholder} lists what may stand in braces; any other name is one of the context's,
 * the MDC's or the record's own fields, and nothing where there is none. An exception follows on
 * lines of its own, which begin with a tab, {@code Caused by:} or the exception's type. Whatever
 * could look like another line is escaped.
 *
 * <p>Configured as {@link JsonFormatter} is. Threads: any.
 */
public final class TextFormatter extends LineFormatter {

  /** {@code INFO Invoice 42 approved}. */
  public static final String SIMPLE = "{levelname} {message}";

  /** {@code INFO 2026-01-31 12:34:56,789 InvoiceService Invoice 42 approved}. */
  public static final String VERBOSE = "{levelname} {asctime} {module} {message}";

  private final ServerProperties properties;
  private volatile TextSettings settings;
  private volatile FormatterContext around;

  /** A formatter as {@code logging.properties} wants it. */
  public TextFormatter() {
    this.properties = new ServerProperties(TextFormatter.class);
    Settings own = properties.settings();
    this.around = properties.formatterContext(own);
    this.settings = TextSettings.read(own, VERBOSE, around);
    properties.report(own);
  }

  /**
   * A formatter as the settings of an application want it.
   *
   * @param format the format by default
   */
  public TextFormatter(Settings own, String format, FormatterContext around) {
    this.properties = new ServerProperties(TextFormatter.class);
    this.around = around;
    this.settings = TextSettings.read(own, format, around);
  }

  @Override
  public void write(LogRecord record, LineTarget target) throws IOException {
    byte[] line = new TextLine(settings, around).of(LogEntry.of(record, around.knowsContext()));
    target.write(line, line.length);
  }

  public void setFormat(String format) {
    set("format", format);
  }

  public void setDateFormat(String pattern) {
    set("date-format", pattern);
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

  private void set(String name, String value) {
    Settings own = properties.set(name, value);
    FormatterContext changed = properties.formatterContext(own);
    TextSettings read = TextSettings.read(own, VERBOSE, changed);
    properties.refuse(own);
    around = changed;
    settings = read;
  }
}
