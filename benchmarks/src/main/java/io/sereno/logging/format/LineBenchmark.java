package io.sereno.logging.format;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import co.elastic.logging.jul.EcsFormatter;
import io.sereno.context.Context;
import io.sereno.context.ContextScope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import net.logstash.logback.encoder.LogstashEncoder;
import org.apache.logging.log4j.core.config.DefaultConfiguration;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.core.layout.ByteBufferDestination;
import org.apache.logging.log4j.layout.template.json.JsonTemplateLayout;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.util.SortedArrayStringMap;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.JsonFormatter;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a record with four entries of context to the bytes of its line, beside the encoders that
 * others use.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = "-Dorg.jboss.logging.provider=jdk")
public class LineBenchmark {

  @Param public Occasion occasion = Occasion.PLAIN;

  private static final Map<String, String> CONTEXT =
      Map.of(
          "trace.id", "0af7651916cd43dd8448eb211c80319c",
          "span.id", "b7ad6b7169203331",
          "http.request.id", "b1946ac9-2f7e-4c1f-9d0e-5b6d2f1c7a11",
          "user.name", "clerk");

  private final LineFormatter sereno = BenchmarkFormatters.json(true);
  private final LineFormatter unredacted = BenchmarkFormatters.json(false);

  private final EcsFormatter elastic =
      new EcsFormatter() {
        @Override
        protected Map<String, String> getMdcEntries() {
          return CONTEXT;
        }
      };

  private final JsonFormatter jboss = new JsonFormatter();

  private final JsonTemplateLayout log4j =
      JsonTemplateLayout.newBuilder()
          .setConfiguration(new DefaultConfiguration())
          .setEventTemplateUri("classpath:EcsLayout.json")
          .build();

  private final LogstashEncoder logstash = new LogstashEncoder();

  private ContextScope context;
  private LogRecord record;
  private ExtLogRecord jbossRecord;
  private Log4jLogEvent log4jEvent;
  private LoggingEvent logbackEvent;

  @Setup
  public void prepare() {
    context =
        new Context(
                CONTEXT.get("http.request.id"),
                CONTEXT.get("trace.id"),
                CONTEXT.get("span.id"),
                CONTEXT.get("user.name"),
                null,
                null,
                null,
                null)
            .open();
    record = new LogRecord(Level.INFO, occasion.message());
    record.setLoggerName(Occasion.LOGGER);
    record.setSourceClassName(Occasion.LOGGER);
    record.setSourceMethodName("approve");
    record.setThrown(occasion.thrown());
    prepareJBoss();
    prepareLog4j();
    prepareLogback();
  }

  private void prepareJBoss() {
    jbossRecord =
        new ExtLogRecord(
            org.jboss.logmanager.Level.INFO, occasion.message(), LineBenchmark.class.getName());
    jbossRecord.setLoggerName(Occasion.LOGGER);
    jbossRecord.setSourceClassName(Occasion.LOGGER);
    jbossRecord.setThrown(occasion.thrown());
    jbossRecord.setMdc(CONTEXT);
  }

  private void prepareLog4j() {
    SortedArrayStringMap data = new SortedArrayStringMap();
    CONTEXT.forEach(data::putValue);
    log4jEvent =
        Log4jLogEvent.newBuilder()
            .setLoggerName(Occasion.LOGGER)
            .setLevel(org.apache.logging.log4j.Level.INFO)
            .setMessage(new SimpleMessage(occasion.message()))
            .setThrown(occasion.thrown())
            .setContextData(data)
            .setThreadName(Thread.currentThread().getName())
            .setTimeMillis(System.currentTimeMillis())
            .build();
  }

  private void prepareLogback() {
    LoggerContext logback = new LoggerContext();
    LogbackMDCAdapter mdc = new LogbackMDCAdapter();
    CONTEXT.forEach(mdc::put);
    logback.setMDCAdapter(mdc);
    logstash.setContext(logback);
    logstash.start();
    logbackEvent =
        new LoggingEvent(
            LineBenchmark.class.getName(),
            logback.getLogger(Occasion.LOGGER),
            ch.qos.logback.classic.Level.INFO,
            occasion.message(),
            occasion.thrown(),
            null);
    logbackEvent.setInstant(Instant.now());
    logbackEvent.getMDCPropertyMap();
  }

  @TearDown
  public void close() {
    context.close();
  }

  @Benchmark
  public int sereno() throws IOException {
    return write(sereno);
  }

  @Benchmark
  public int serenoUnredacted() throws IOException {
    return write(unredacted);
  }

  private final LineTarget target = this::take;
  private int written;

  private int write(LineFormatter formatter) throws IOException {
    formatter.write(record, target);
    return written;
  }

  private void take(byte[] bytes, int length) {
    written = length + bytes[length - 1];
  }

  @Benchmark
  public byte[] elastic() {
    return elastic.format(record).getBytes(StandardCharsets.UTF_8);
  }

  @Benchmark
  public byte[] jboss() {
    return jboss.format(jbossRecord).getBytes(StandardCharsets.UTF_8);
  }

  @Benchmark
  public ByteBufferDestination log4j(Taken taken) {
    taken.buffer().clear();
    log4j.encode(log4jEvent, taken);
    return taken;
  }

  @Benchmark
  public byte[] logstash() {
    return logstash.encode(logbackEvent);
  }
}
