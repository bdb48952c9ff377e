package io.sereno.metrics.microprofile;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.annotation.RegistryScope;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;

class ServerMetricsTest {

  private static final InMemoryMetricRegistry SERVER = new InMemoryMetricRegistry();

  private final MeterRegistry own = new SimpleMeterRegistry();
  private final ServerMetrics metrics = new ServerMetrics();

  /** As Payara does it: without an injection point it throws. */
  @Dependent
  static class Producer {
    @Produces
    MetricRegistry registry(InjectionPoint point) {
      assertThat(point.getAnnotated().getAnnotation(RegistryScope.class)).isNull();
      return SERVER.get();
    }
  }

  @Test
  void showsCountsAndSumsUnderTheNamesOfTheScrape() {
    try (WeldContainer container = start(Producer.class)) {
      assertThat(container.isRunning()).isTrue();
      assertThat(metrics.open()).isTrue();
      Timer.builder("http.server.request.duration")
          .tag("http.route", "/a/{id}")
          .tag("error.type", "")
          .register(own)
          .record(2, TimeUnit.SECONDS);
      DistributionSummary.builder("http.server.request.body.size")
          .baseUnit("bytes")
          .register(own)
          .record(7);
      Counter.builder("http.server.request.errors").register(own).increment();
      own.gauge("http.server.active_requests", new AtomicLong(4));
      timed("create", "Creates", 3, 500_000_000);
      timed("delete", "Deletes", 1, 250_000_000);
      own.counter("jvm.classes.unloaded").increment();
      own.counter("sereno.timed.queries.exceeded", "class", "a", "method", "b").increment();

      own.getMeters().forEach(metrics::show);
      own.getMeters().forEach(metrics::show);

      assertThat(SERVER.values())
          .isEqualTo(
              Map.ofEntries(
                  Map.entry("http_server_active_requests[]", 4.0),
                  Map.entry("http_server_request_body_size_bytes_count[]", 1L),
                  Map.entry("http_server_request_body_size_bytes_sum[]", 7.0),
                  Map.entry(
                      "http_server_request_duration_seconds_count[error_type=, http_route=/a/{id}]",
                      1L),
                  Map.entry(
                      "http_server_request_duration_seconds_sum[error_type=, http_route=/a/{id}]",
                      2.0),
                  Map.entry("http_server_request_errors_total[]", 1.0),
                  Map.entry("method_timed_seconds_count[class=Invoices, method=create]", 3L),
                  Map.entry("method_timed_seconds_sum[class=Invoices, method=create]", 0.5),
                  Map.entry("method_timed_seconds_count[class=Invoices, method=delete]", 1L),
                  Map.entry("method_timed_seconds_sum[class=Invoices, method=delete]", 0.25)));

      metrics.hide(own.get("http.server.request.errors").counter());
      assertThat(SERVER.values()).hasSize(9);
      metrics.close();
      assertThat(SERVER.values()).isEmpty();

      own.getMeters().forEach(metrics::show);
      assertThat(SERVER.values()).isEmpty();
    }
  }

  @Test
  void leavesTheApplicationsOwnAlone() {
    try (WeldContainer container = start(Producer.class)) {
      assertThat(container.isRunning()).isTrue();
      assertThat(metrics.open()).isTrue();
      SERVER
          .get()
          .gauge(
              org.eclipse.microprofile.metrics.Metadata.builder()
                  .withName("http_server_active_requests")
                  .build(),
              () -> 12,
              new Tag[0]);
      own.gauge("http.server.active_requests", new AtomicLong(4));

      own.getMeters().forEach(metrics::show);
      metrics.close();

      assertThat(SERVER.values()).isEqualTo(Map.of("http_server_active_requests[]", 12));
      SERVER
          .get()
          .remove(new org.eclipse.microprofile.metrics.MetricID("http_server_active_requests"));
    }
  }

  @Test
  void withoutAnImplementationItIsNotThere() {
    try (WeldContainer container = start()) {
      assertThat(container.isRunning()).isTrue();
      assertThat(metrics.open()).isFalse();
    }
  }

  private static WeldContainer start(Class<?>... more) {
    return new Weld()
        .disableDiscovery()
        .addBeanClasses(ServerRegistry.class)
        .addBeanClasses(more)
        .initialize();
  }

  private void timed(String method, String description, long count, double nanos) {
    Meter timer =
        FunctionTimer.builder(
                "method.timed", this, self -> count, self -> nanos, TimeUnit.NANOSECONDS)
            .description(description)
            .tag("class", "Invoices")
            .tag("method", method)
            .register(own);
    assertThat(timer.getId().getName()).isEqualTo("method.timed");
  }
}
