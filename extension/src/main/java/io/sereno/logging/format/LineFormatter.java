package io.sereno.logging.format;

import java.nio.charset.StandardCharsets;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** A formatter whose lines are UTF-8, bounded, and safe to read. Threads: any. */
public abstract class LineFormatter extends Formatter {

  /** The line, its end included. It is made on the thread that logs. */
  public abstract byte[] toBytes(LogRecord record);

  @Override
  public final String format(LogRecord record) {
    return new String(toBytes(record), StandardCharsets.UTF_8);
  }
}
