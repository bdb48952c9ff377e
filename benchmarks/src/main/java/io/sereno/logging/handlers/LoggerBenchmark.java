package io.sereno.logging.handlers;

import co.elastic.logging.jul.EcsFormatter;
import io.sereno.logging.format.BenchmarkFormatters;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From the call of a logger to a stream that takes everything, beside the JDK's own handler. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 2,
    jvmArgsAppend = {
      "-Dorg.jboss.logging.provider=jdk",
      "-Djava.util.logging.manager=java.util.logging.LogManager"
    })
public class LoggerBenchmark {

  private static final String MESSAGE = "Invoice 42 approved by clerk in 12 ms";

  private final Logger nothing = logger("nothing", new NullHandler());
  private final Logger sereno = logger("sereno", console(true));
  private final Logger unredacted = logger("unredacted", console(false));
  private final Logger elastic = logger("elastic", streamOfElastic());

  private static Logger logger(String name, Handler handler) {
    Logger logger = Logger.getLogger("com.acme.invoicing." + name);
    logger.setUseParentHandlers(false);
    logger.setLevel(Level.INFO);
    logger.addHandler(handler);
    return logger;
  }

  private static Handler console(boolean redaction) {
    StandardOutputHandler handler = new StandardOutputHandler(OutputStream.nullOutputStream());
    handler.setFormatter(BenchmarkFormatters.json(redaction));
    return handler;
  }

  private static Handler streamOfElastic() {
    return new StreamHandler(OutputStream.nullOutputStream(), new EcsFormatter());
  }

  /** What java.util.logging itself takes. */
  @Benchmark
  public void nothing() {
    nothing.info(MESSAGE);
  }

  @Benchmark
  public void sereno() {
    sereno.info(MESSAGE);
  }

  @Benchmark
  public void serenoUnredacted() {
    unredacted.info(MESSAGE);
  }

  @Benchmark
  public void elastic() {
    elastic.info(MESSAGE);
  }

  private static final class NullHandler extends Handler {

    @Override
    public void publish(LogRecord record) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
