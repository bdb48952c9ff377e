package io.sereno.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sereno.statements.EntityChange;
import io.sereno.statements.Operation;
import io.sereno.statements.StatementObserver;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

/**
 * What an application does with its databases, with OpenTelemetry's names and buckets. A statement
 * is known by its operation alone, never by its text, so that what there can be is known
 * beforehand: counting one is a look-up, and allocates nothing.
 *
 * <p>The duration has no {@code error.type}, as Hibernate tells of an end before it tells of a
 * failure: failures are counted by themselves.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/database/database-metrics/">Database
 *     metrics</a>
 */
final class StatementMetrics implements StatementObserver {

  private static final Duration[] BUCKETS =
      DoubleStream.of(0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10)
          .mapToObj(seconds -> Duration.ofMillis(Math.round(seconds * 1_000)))
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final Map<Operation, Timer> durations = new EnumMap<>(Operation.class);
  private final Map<Operation, DistributionSummary> rows = new ConcurrentHashMap<>();
  private final Map<Operation, DistributionSummary> batches = new ConcurrentHashMap<>();
  private final Remembered<String, Timer> connections;
  private final Remembered<Change, Counter> changes;

  /** What changes of entities have in common that share their series. */
  private record Change(String entity, String operation) {}

  StatementMetrics(MeterRegistry registry, CardinalityGuard guard) {
    this.registry = registry;
    this.connections =
        new Remembered<>(
            Remembered.Limit.of(guard, Meters.CONNECTION_WAIT.key()),
            this::wait,
            () -> wait(CardinalityGuard.OVERFLOW));
    this.changes =
        new Remembered<>(
            Remembered.Limit.of(guard, Meters.ENTITY_CHANGES.key()),
            this::changes,
            () -> changes(new Change(CardinalityGuard.OVERFLOW, CardinalityGuard.OVERFLOW)));
    for (Operation operation : Operation.values()) {
      durations.put(operation, duration(operation));
    }
  }

  @Override
  @SuppressWarnings("NullAway") // there is one for each operation
  public void executed(Operation operation, long nanos, long rowCount, int batch) {
    durations.get(operation).record(nanos, TimeUnit.NANOSECONDS);
    if (rowCount != UNKNOWN) {
      record(rows, Meters.STATEMENT_ROWS, operation, rowCount);
    }
    if (batch != UNKNOWN) {
      record(batches, Meters.STATEMENT_BATCH, operation, batch);
    }
  }

  @Override
  public void failed(Operation operation, Throwable failure) {
    Counter.builder(Meters.STATEMENT_ERRORS.key())
        .description(Meters.STATEMENT_ERRORS.description())
        .tag(Meters.OPERATION, operation.word())
        .tag(Meters.ERROR_TYPE, failure.getClass().getName())
        .register(registry)
        .increment();
  }

  @Override
  public void connected(String pool, long nanos) {
    connections.get(pool).record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void changed(String entity, EntityChange change, long count) {
    changes.get(new Change(entity, change.word())).increment((double) count);
  }

  private Counter changes(Change change) {
    return Counter.builder(Meters.ENTITY_CHANGES.key())
        .description(Meters.ENTITY_CHANGES.description())
        .tag(Meters.ENTITY, change.entity)
        .tag(Meters.CHANGE, change.operation)
        .register(registry);
  }

  private Timer duration(Operation operation) {
    return Timer.builder(Meters.STATEMENT_DURATION.key())
        .description(Meters.STATEMENT_DURATION.description())
        .serviceLevelObjectives(BUCKETS)
        .tag(Meters.OPERATION, operation.word())
        .register(registry);
  }

  private Timer wait(String pool) {
    return Timer.builder(Meters.CONNECTION_WAIT.key())
        .description(Meters.CONNECTION_WAIT.description())
        .serviceLevelObjectives(BUCKETS)
        .tag(Meters.POOL, pool)
        .register(registry);
  }

  /**
   * The summary is made when the first comes: where nobody counts them, there is none. Two threads
   * that make the same one get the same of the registry.
   */
  private void record(
      Map<Operation, DistributionSummary> known, Meters meter, Operation operation, long amount) {
    DistributionSummary summary = known.get(operation);
    if (summary == null) {
      summary = summary(operation, meter);
      known.put(operation, summary);
    }
    summary.record((double) amount);
  }

  private DistributionSummary summary(Operation operation, Meters meter) {
    return DistributionSummary.builder(meter.key())
        .description(meter.description())
        .tag(Meters.OPERATION, operation.word())
        .register(registry);
  }
}
