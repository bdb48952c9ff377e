package io.sereno.metrics;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import org.junit.jupiter.api.Test;

class JvmMetersTest {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmMeters meters = new JvmMeters();

  @Test
  void showsTheVirtualMachineAndItsProcess() {
    meters.bindTo(registry);
    try {
      System.gc();
      await().atMost(20, SECONDS).until(() -> pauses() > 0);

      assertThat(registry.scrape())
          .contains(
              "jvm_memory_used_bytes{area=\"heap\"",
              "jvm_memory_max_bytes{area=\"heap\"",
              "jvm_gc_pause_seconds_count{action=\"end of ",
              "jvm_gc_memory_allocated_bytes_total ",
              "jvm_threads_live_threads ",
              "jvm_threads_states_threads{state=\"runnable\"}",
              "jvm_classes_loaded_classes ",
              "jvm_info{",
              "process_cpu_usage ",
              "system_cpu_usage ",
              "process_uptime_seconds ",
              "process_files_open_files ");
    } finally {
      meters.close();
    }
  }

  /** A collection that another listener has seen is not counted any more. */
  @Test
  void closingLeavesNoListener() throws Exception {
    meters.bindTo(registry);
    meters.close();
    long before = pauses();
    AtomicInteger seen = new AtomicInteger();
    NotificationListener other = (notification, nothing) -> seen.incrementAndGet();
    for (NotificationEmitter collector : collectors()) {
      collector.addNotificationListener(other, null, null);
    }
    try {
      System.gc();
      await().atMost(20, SECONDS).until(() -> seen.get() > 0);

      assertThat(pauses()).isEqualTo(before);
    } finally {
      for (NotificationEmitter collector : collectors()) {
        collector.removeNotificationListener(other);
      }
    }
  }

  private static List<NotificationEmitter> collectors() {
    return ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
        .map(NotificationEmitter.class::cast)
        .toList();
  }

  private long pauses() {
    return registry.find("jvm.gc.pause").timers().stream().mapToLong(Timer::count).sum();
  }
}
