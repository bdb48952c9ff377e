package io.sereno.logging;

import io.sereno.Severity;
import io.sereno.context.Context;
import io.sereno.context.ContextScope;
import io.sereno.context.EndedRequest;
import io.sereno.context.RequestObserver;
import io.sereno.logging.format.Levels;
import io.sereno.settings.Settings;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record of each request that has been answered to the logger {@value #LOGGER}: an ERROR
 * for a status of 500 and more, a WARNING for one of 400 and more, else an INFO. It carries the
 * context of its request, whichever thread has ended that.
 *
 * <pre>{@code
 * GET /invoicing/api/invoices/42 200 3.2 ms
 * GET /invoicing/api/invoices answered by the container
 * }</pre>
 *
 * <p>The second one is what the container refused before the application saw it, for want of a
 * login mostly: with which status, it tells nobody.
 */
public final class AccessLog implements RequestObserver {

  /** Where the records go. */
  public static final String LOGGER = "io.sereno.access";

  private static final Level FAILED = Levels.level(Severity.ERROR);
  private static final Level REFUSED = Levels.level(Severity.WARNING);
  private static final Level ANSWERED = Levels.level(Severity.INFO);

  private final Logger logger = Logger.getLogger(LOGGER);
  private final AccessSettings settings;
  private final ClassLoader application;
  private final Decoding decoding;

  /**
   * Reads its settings.
   *
   * @param quiet paths below the context root that are not recorded unless the settings say so
   * @param around what logging is given, even if there is no other
   */
  public AccessLog(Settings settings, List<String> quiet, Logging.Surroundings around) {
    this.settings = AccessSettings.read(settings, quiet);
    this.application = around.application();
    this.decoding = new Decoding(around.redactor());
  }

  /** Whether there is anything to do. */
  public boolean isEnabled() {
    return settings.enabled();
  }

  @Override
  public boolean countsBytes() {
    return true;
  }

  /** Query and headers, as far as they are asked for. */
  @Override
  public Map<String, Object> note(HttpServletRequest request) {
    if (!settings.query() && settings.headers().isEmpty()) {
      return Map.of();
    }
    Map<String, Object> notes = new HashMap<>();
    String query = settings.query() ? request.getQueryString() : null;
    if (query != null) {
      notes.put(AccessField.QUERY.key(), decoding.of(query));
    }
    for (String header : settings.headers()) {
      String value = String.join(", ", Collections.list(request.getHeaders(header)));
      if (!value.isEmpty()) {
        notes.put(AccessField.HEADER.key() + header, decoding.of(value));
      }
    }
    return notes;
  }

  @Override
  public void ended(EndedRequest request) {
    Level level = level(request.status());
    if (logger.isLoggable(level) && !isExcluded(request.resource())) {
      log(request.context(), record(level, message(request), fields(request)));
    }
  }

  @Override
  public void refused(Context context) {
    if (logger.isLoggable(ANSWERED)) {
      log(context, record(ANSWERED, what(context) + " answered by the container", Map.of()));
    }
  }

  private static Level level(int status) {
    return status >= 500 ? FAILED : status >= 400 ? REFUSED : ANSWERED;
  }

  private boolean isExcluded(String resource) {
    for (PathPattern pattern : settings.exclude()) {
      if (pattern.matches(resource)) {
        return true;
      }
    }
    return false;
  }

  private static LogRecord record(Level level, String message, Map<String, Object> fields) {
    LogRecord record = new LogRecord(level, message);
    record.setLoggerName(LOGGER);
    record.setSourceClassName(AccessLog.class.getName());
    record.setSourceMethodName("ended");
    record.setParameters(new Object[] {fields});
    return record;
  }

  private static String message(EndedRequest request) {
    return what(request.context()) + ' ' + request.status() + ' ' + Millis.of(request.nanos());
  }

  /** The path is data: a brace in it, which no browser sends, would ask for a parameter. */
  private static String what(Context context) {
    return (context.method() + " " + context.path()).replace("{", "%7B");
  }

  private static Map<String, Object> fields(EndedRequest request) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(AccessField.STATUS.key(), request.status());
    fields.put(AccessField.DURATION.key(), request.nanos());
    if (request.bytes() != EndedRequest.UNKNOWN) {
      fields.put(AccessField.BYTES.key(), request.bytes());
    }
    if (request.statements() > 0) {
      fields.put(AccessField.STATEMENTS.key(), request.statements());
      fields.put(AccessField.STATEMENT_DURATION.key(), request.statementNanos());
    }
    Throwable failure = request.failure();
    if (failure != null) {
      fields.put(AccessField.ERROR_TYPE.key(), errorType(failure));
    }
    fields.putAll(request.noted());
    return fields;
  }

  private static String errorType(Throwable failure) {
    @Nullable Throwable wrapped = failure instanceof ServletException ? failure.getCause() : null;
    return (wrapped == null ? failure : wrapped).getClass().getName();
  }

  /** The container may end a request on a thread of its own: the record is the application's. */
  @SuppressWarnings("try") // closed, and nothing else
  private void log(Context context, LogRecord record) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(application);
    try (ContextScope scope = context.open()) {
      logger.log(record);
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
