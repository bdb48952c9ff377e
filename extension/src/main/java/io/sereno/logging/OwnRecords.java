package io.sereno.logging;

import io.sereno.logging.format.LoggerNames;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Lets through what one application logs: records published by a thread whose context class loader
 * is the application's or below it, and those of the loggers that it calls its own.
 */
final class OwnRecords implements Filter {

  private final ClassLoader application;
  private final List<String> loggers;

  OwnRecords(ClassLoader application, List<String> loggers) {
    this.application = application;
    this.loggers = List.copyOf(loggers);
  }

  @Override
  public boolean isLoggable(LogRecord record) {
    for (ClassLoader loader = Thread.currentThread().getContextClassLoader();
        loader != null;
        loader = loader.getParent()) {
      if (loader == application) {
        return true;
      }
    }
    String logger = record.getLoggerName();
    return logger != null && LoggerNames.isAtOrBelow(logger, loggers);
  }
}
