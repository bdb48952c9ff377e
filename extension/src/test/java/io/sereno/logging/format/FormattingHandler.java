package io.sereno.logging.format;

import java.util.function.Consumer;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/** Hands on what its formatter makes of each record, on the thread that logs. */
final class FormattingHandler extends Handler {

  private final Consumer<String> lines;

  FormattingHandler(Formatter formatter, Consumer<String> lines) {
    this.lines = lines;
    setFormatter(formatter);
  }

  @Override
  public void publish(LogRecord record) {
    lines.accept(getFormatter().format(record));
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
