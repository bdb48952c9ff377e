package io.sereno.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sereno.figures.Figures;
import io.sereno.statements.EntityChange;
import io.sereno.statements.Operation;
import io.sereno.statements.StatementObserver;
import java.sql.SQLSyntaxErrorException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class StatementMetricsTest {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final StatementMetrics metrics =
      new StatementMetrics(registry, new CardinalityGuard(SeriesLimits.DEFAULT, new Figures()));

  @Test
  void everyOperationIsThereFromTheStart() {
    assertThat(lines("db_client_operation_duration_seconds_count"))
        .containsExactly(
            "db_client_operation_duration_seconds_count{db_operation_name=\"CALL\"} 0",
            "db_client_operation_duration_seconds_count{db_operation_name=\"DELETE\"} 0",
            "db_client_operation_duration_seconds_count{db_operation_name=\"INSERT\"} 0",
            "db_client_operation_duration_seconds_count{db_operation_name=\"SELECT\"} 0",
            "db_client_operation_duration_seconds_count{db_operation_name=\"UPDATE\"} 0",
            "db_client_operation_duration_seconds_count{db_operation_name=\"_OTHER\"} 0");
    assertThat(registry.scrape()).doesNotContain("rows", "batch", "errors", "entity");
  }

  @Test
  void measuresByOperationInOpenTelemetrysBuckets() {
    executed(Operation.SELECT, 500, 3, StatementObserver.UNKNOWN);
    executed(Operation.SELECT, 20_000, 4, StatementObserver.UNKNOWN);
    executed(Operation.INSERT, 7_000, StatementObserver.UNKNOWN, 25);

    assertThat(lines("db_client_operation_duration_seconds_bucket{db_operation_name=\"SELECT\""))
        .extracting(line -> line.replaceFirst(".*le=\"(.*)\"} ", "$1 "))
        .containsExactly(
            "0.001 1", "0.005 1", "0.01 1", "0.05 2", "0.1 2", "0.5 2", "1.0 2", "5.0 2", "10.0 2",
            "+Inf 2");
    assertThat(lines("db_client_operation_rows_"))
        .contains(
            "db_client_operation_rows_count{db_operation_name=\"SELECT\"} 2",
            "db_client_operation_rows_sum{db_operation_name=\"SELECT\"} 7.0")
        .noneMatch(line -> line.contains("INSERT"));
    assertThat(lines("db_client_operation_batch_size_"))
        .contains(
            "db_client_operation_batch_size_count{db_operation_name=\"INSERT\"} 1",
            "db_client_operation_batch_size_sum{db_operation_name=\"INSERT\"} 25.0");
  }

  @Test
  void aRegistryMayComeBackWhileItMakesAMeter() {
    AtomicBoolean back = new AtomicBoolean();
    registry
        .config()
        .meterFilter(
            new MeterFilter() {
              @Override
              public Meter.Id map(Meter.Id id) {
                if ("orders".equals(id.getTag("db.client.connection.pool.name"))
                    && back.compareAndSet(false, true)) {
                  metrics.connected("orders", 1);
                }
                return id;
              }
            });

    metrics.connected("orders", 1);

    assertThat(lines("db_client_connection_wait_time_seconds_count"))
        .containsExactly(
            "db_client_connection_wait_time_seconds_count"
                + "{db_client_connection_pool_name=\"orders\"} 2");
  }

  @Test
  void countsFailuresByTheirType() {
    metrics.failed(Operation.SELECT, new SQLSyntaxErrorException("expected by a test"));
    metrics.failed(Operation.SELECT, new SQLSyntaxErrorException("expected by a test"));

    assertThat(lines("db_client_operation_errors_total"))
        .containsExactly(
            "db_client_operation_errors_total{db_operation_name=\"SELECT\","
                + "error_type=\"java.sql.SQLSyntaxErrorException\"} 2.0");
  }

  @Test
  void countsConnectionsByWhoHasAskedForThem() {
    metrics.connected("orders", 1_500_000_000);
    metrics.connected("orders", 500_000_000);

    assertThat(lines("db_client_connection_wait_time_seconds_"))
        .contains(
            "db_client_connection_wait_time_seconds_count"
                + "{db_client_connection_pool_name=\"orders\"} 2",
            "db_client_connection_wait_time_seconds_sum"
                + "{db_client_connection_pool_name=\"orders\"} 2.0");
  }

  @Test
  void countsEntitiesByTypeAndChange() {
    metrics.changed("Invoice", EntityChange.INSERTED, 1);
    metrics.changed("Invoice", EntityChange.INSERTED, 2);
    metrics.changed("Invoice", EntityChange.DELETED, 1);

    assertThat(lines("entity_changes_total"))
        .containsExactly(
            "entity_changes_total{entity=\"Invoice\",operation=\"delete\"} 1.0",
            "entity_changes_total{entity=\"Invoice\",operation=\"insert\"} 3.0");
  }

  /** However many of them there are of each kind, and however often each comes. */
  @Test
  void everyUseOfWhatChangesOfEntitiesShareIsCounted() {
    Figures figures = new Figures();
    CardinalityGuard guard = new CardinalityGuard(new SeriesLimits(2, Map.of()), figures);
    guard.guard(registry);
    figures.forEach(new FigureMeters(registry));
    StatementMetrics limited = new StatementMetrics(registry, guard);
    for (int i = 0; i < 3; i++) {
      limited.changed("Invoice", EntityChange.INSERTED, 1);
      limited.changed("Invoice", EntityChange.UPDATED, 1);
      limited.changed("Invoice", EntityChange.DELETED, 1);
      limited.changed("Order", EntityChange.INSERTED, 10);
    }

    assertThat(lines("entity_changes_total"))
        .containsExactly(
            "entity_changes_total{entity=\"Invoice\",operation=\"insert\"} 3.0",
            "entity_changes_total{entity=\"Invoice\",operation=\"update\"} 3.0",
            "entity_changes_total{entity=\"overflow\",operation=\"overflow\"} 33.0");
    assertThat(lines("sereno_metrics_overflow_total{meter=\"entity.changes\""))
        .containsExactly("sereno_metrics_overflow_total{meter=\"entity.changes\"} 6.0");
  }

  private void executed(Operation operation, long micros, long rows, int batch) {
    metrics.executed(operation, TimeUnit.MICROSECONDS.toNanos(micros), rows, batch);
  }

  private List<String> lines(String start) {
    return registry.scrape().lines().filter(line -> line.startsWith(start)).toList();
  }
}
