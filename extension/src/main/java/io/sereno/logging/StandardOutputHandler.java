package io.sereno.logging;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/**
 * Prints records as JSON lines to the process's standard output.
 *
 * <p>It writes to the file descriptor: {@code System.out} is a logger on WildFly and may be one
 * elsewhere, and a handler that prints to a logger feeds itself. A line is written whole. The
 * descriptor is the process's, and is never closed. Threads: any.
 */
final class StandardOutputHandler extends Handler {

  private final JsonFormatter formatter;
  private final OutputStream out;
  private final Object lock = new Object();

  StandardOutputHandler(JsonFormatter formatter) {
    this(formatter, new FileOutputStream(FileDescriptor.out));
  }

  StandardOutputHandler(JsonFormatter formatter, OutputStream out) {
    this.formatter = formatter;
    this.out = out;
  }

  @Override
  public void publish(LogRecord record) {
    if (record == null || !isLoggable(record)) {
      return;
    }
    try {
      byte[] line = formatter.toBytes(record);
      synchronized (lock) {
        out.write(line);
      }
    } catch (IOException | RuntimeException e) {
      reportError(null, e, ErrorManager.WRITE_FAILURE);
    } catch (LinkageError | StackOverflowError e) {
      reportError(e.toString(), null, ErrorManager.FORMAT_FAILURE);
    }
  }

  @Override
  public void flush() {
    // nothing is kept back
  }

  @Override
  public void close() {
    // the descriptor is not ours
  }
}
