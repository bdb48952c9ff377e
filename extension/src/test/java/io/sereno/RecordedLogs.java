package io.sereno;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what is logged to one logger, and from it alone, until it is closed. */
public final class RecordedLogs implements AutoCloseable {

  private final Logger logger;
  private final List<LogRecord> records = new ArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  public RecordedLogs(String logger) {
    this.logger = Logger.getLogger(logger);
    this.logger.addHandler(handler);
    this.logger.setUseParentHandlers(false);
  }

  public List<LogRecord> records() {
    return records;
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
    logger.setUseParentHandlers(true);
  }
}
