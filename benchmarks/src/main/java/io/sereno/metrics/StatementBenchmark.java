package io.sereno.metrics;

import io.sereno.context.Context;
import io.sereno.context.ContextScope;
import io.sereno.figures.Figures;
import io.sereno.settings.MicroProfileSource;
import io.sereno.settings.Settings;
import io.sereno.statements.Operation;
import io.sereno.statements.StatementObserver;
import io.sereno.statements.Statements;
import io.sereno.statements.StatementsSettings;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What counting a statement costs, for the request and in the scrape, beside the two clock reads
 * that any measurement needs.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StatementBenchmark {

  private static final String SQL =
      "select i1_0.id,i1_0.total from Invoice i1_0 where i1_0.customer_id=?";

  private Statements statements;
  private ContextScope request;

  @Setup
  public void start() {
    Figures figures = new Figures();
    MetricsSettings settings =
        MetricsSettings.read(
            new Settings(new MicroProfileSource(new SmallRyeConfigBuilder().build())));
    statements =
        new Statements(
            new StatementsSettings(true, Map.of()),
            List.of(
                new Metrics(settings, figures, StatementBenchmark.class.getClassLoader())
                    .statements()),
            figures.failures());
    statements.start(StatementBenchmark.class.getClassLoader());
    request = Context.received(null, "r1").open();
  }

  @TearDown
  public void stop() {
    request.close();
    statements.stop();
  }

  @Benchmark
  public long twoClockReads() {
    long begin = System.nanoTime();
    return System.nanoTime() - begin;
  }

  @Benchmark
  public Operation operationOfAText() {
    return Operation.of(SQL);
  }

  @Benchmark
  public void statement() {
    Statements inForce = Statements.inForce();
    long begin = inForce.begin();
    inForce.executed(
        Operation.of(SQL), begin, StatementObserver.UNKNOWN, StatementObserver.UNKNOWN);
  }

  @Benchmark
  public void statementOfKnownRows() {
    Statements inForce = Statements.inForce();
    long begin = inForce.begin();
    inForce.executed(Operation.of(SQL), begin, 7, StatementObserver.UNKNOWN);
  }
}
