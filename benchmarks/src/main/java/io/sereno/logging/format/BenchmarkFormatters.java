package io.sereno.logging.format;

import io.sereno.redaction.BenchmarkRedaction;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** Formatters as applications have them. */
public final class BenchmarkFormatters {

  private BenchmarkFormatters() {}

  /** ECS, with redaction or without. */
  public static JsonFormatter json(boolean redaction) {
    return new JsonFormatter(
        new ServerProperties(BenchmarkFormatters.class).settings(),
        new FormatterContext(
            BenchmarkRedaction.redactor(redaction),
            FormatterContext.LONGEST_LINE,
            Optional.empty(),
            FormatterContext.ownSchemas(),
            new LongAdder(),
            true));
  }
}
