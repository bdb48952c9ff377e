package io.sereno.logging.format;

import co.elastic.logging.jul.EcsFormatter;
import io.sereno.redaction.RedactionSettings;
import io.sereno.redaction.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a record to the bytes of its line, beside the Elastic formatter for java.util.logging. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LineBenchmark {

  /** Whether the record has an exception. */
  @Param({"false", "true"})
  public boolean thrown;

  private static final FormatterContext AROUND =
      new FormatterContext(
          new Redactor(new RedactionSettings(List.of())),
          FormatterContext.LONGEST_LINE,
          Optional.empty(),
          FormatterContext.ownSchemas(),
          new LongAdder());

  private final JsonFormatter sereno =
      new JsonFormatter(new ServerProperties(LineBenchmark.class).settings(), AROUND);

  private final EcsFormatter elastic = new EcsFormatter();
  private final LogRecord record = new LogRecord(Level.INFO, "Invoice 42 approved by clerk");

  @Setup
  public void prepare() {
    record.setLoggerName("com.acme.InvoiceService");
    record.setSourceClassName("com.acme.InvoiceService");
    record.setSourceMethodName("approve");
    record.setThrown(thrown ? new IllegalStateException("expected") : null);
  }

  @Benchmark
  public byte[] sereno() {
    return sereno.toBytes(record);
  }

  @Benchmark
  public byte[] elastic() {
    return elastic.format(record).getBytes(StandardCharsets.UTF_8);
  }
}
