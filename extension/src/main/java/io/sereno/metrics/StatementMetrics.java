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
  private final Remembered<Operation, DistributionSummary> rows;
  private final Remembered<Operation, DistributionSummary> batches;
  private final Remembered<String, Timer> connections;
  private final Map<EntityChange, Remembered<String, Counter>> changes =
      new EnumMap<>(EntityChange.class);

  StatementMetrics(MeterRegistry registry, CardinalityGuard guard) {
    this.registry = registry;
    int operations = Operation.values().length;
    this.rows =
        new Remembered<>(operations, operation -> summary(operation, Meters.STATEMENT_ROWS));
    this.batches =
        new Remembered<>(operations, operation -> summary(operation, Meters.STATEMENT_BATCH));
    this.connections = new Remembered<>(guard.limit(Meters.CONNECTION_WAIT.key()), this::wait);
    for (Operation operation : Operation.values()) {
      durations.put(operation, duration(operation));
    }
    for (EntityChange change : EntityChange.values()) {
      changes.put(
          change,
          new Remembered<>(
              guard.limit(Meters.ENTITY_CHANGES.key()), entity -> changes(entity, change)));
    }
  }

  @Override
  @SuppressWarnings("NullAway") // there is one for each operation
  public void executed(Operation operation, long nanos, long rowCount, int batch) {
    durations.get(operation).record(nanos, TimeUnit.NANOSECONDS);
    if (rowCount != UNKNOWN) {
      rows.get(operation).record((double) rowCount);
    }
    if (batch != UNKNOWN) {
      batches.get(operation).record(batch);
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
  @SuppressWarnings("NullAway") // there are some for each change
  public void changed(String entity, EntityChange change, long count) {
    changes.get(change).get(entity).increment((double) count);
  }

  private Counter changes(String entity, EntityChange change) {
    return Counter.builder(Meters.ENTITY_CHANGES.key())
        .description(Meters.ENTITY_CHANGES.description())
        .tag(Meters.ENTITY, entity)
        .tag(Meters.CHANGE, change.word())
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

  /** Made when the first comes: where nobody counts them, there are none. */
  private DistributionSummary summary(Operation operation, Meters meter) {
    return DistributionSummary.builder(meter.key())
        .description(meter.description())
        .tag(Meters.OPERATION, operation.word())
        .register(registry);
  }
}
