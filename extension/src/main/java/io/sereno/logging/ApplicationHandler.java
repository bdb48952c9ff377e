package io.sereno.logging;

import io.sereno.logging.LoggerTree.Route;
import io.sereno.logging.LoggingSettings.Scope;
import io.sereno.logging.RecordCounts.Group;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The one handler that an application has on the root logger: it takes the application's own
 * records from all that come by, and gives them to the handlers that the settings have for their
 * loggers.
 *
 * <p>Its {@link #getFilter} tells other applications which records are this one's, {@link #get}
 * what this one asks of shared loggers. Threads: any.
 */
final class ApplicationHandler extends Handler implements Supplier<Map<String, Object>> {

  private final LoggerTree tree;
  private final Scope scope;
  private final Filter own;
  private final ServerLoggers server;
  private final List<? extends Handler> handlers;
  private final RecordCounts counts;

  ApplicationHandler(
      Logger root,
      LoggerTree tree,
      Scope scope,
      Filter own,
      List<? extends Handler> handlers,
      RecordCounts counts) {
    this.tree = tree;
    this.scope = scope;
    this.own = own;
    this.handlers = List.copyOf(handlers);
    this.counts = counts;
    this.server = new ServerLoggers(root, this);
    setLevel(Level.ALL);
    setFilter(own);
  }

  ServerLoggers server() {
    return server;
  }

  @Override
  public Map<String, Object> get() {
    return server.claims();
  }

  @Override
  public void publish(LogRecord record) {
    if (record == null) {
      return;
    }
    boolean applications = own.isLoggable(record);
    if (!applications && !(scope == Scope.SERVER && server.writes(record))) {
      return;
    }
    String logger = record.getLoggerName();
    Route route = tree.route(logger == null ? "" : logger);
    if (record.getLevel().intValue() >= route.level()) {
      counts.count(group(route, applications), record.getLevel());
      for (Handler handler : route.handlers()) {
        handler.publish(record);
      }
    }
  }

  private static Group group(Route route, boolean applications) {
    if (route.sereno()) {
      return Group.SERENO;
    }
    return applications ? Group.APPLICATION : Group.SERVER;
  }

  @Override
  public void flush() {
    handlers.forEach(Handler::flush);
  }

  /**
   * A server that ends closes the root's handlers; the application's last words come after that.
   */
  @Override
  public void close() {
    flush();
  }
}
