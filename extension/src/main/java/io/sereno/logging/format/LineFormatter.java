package io.sereno.logging.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** A formatter whose lines are UTF-8, bounded, and safe to read. Threads: any. */
public abstract class LineFormatter extends Formatter {

  /** Makes the line of a record, on the thread that logs, and gives it to the target. */
  public abstract void write(LogRecord record, LineTarget target) throws IOException;

  /** The line, its end included. */
  public final byte[] toBytes(LogRecord record) {
    byte[][] line = new byte[1][];
    try {
      write(record, (bytes, length) -> line[0] = Arrays.copyOf(bytes, length));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory has none
    }
    return line[0];
  }

  @Override
  public final String format(LogRecord record) {
    return new String(toBytes(record), StandardCharsets.UTF_8);
  }
}
