package io.sereno.logging;

import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Lets through what one application logs: records published by a thread whose context class loader
 * is the application's or below it.
 */
final class OwnRecords implements Filter {

  private final ClassLoader application;

  OwnRecords(ClassLoader application) {
    this.application = application;
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
    return false;
  }
}
