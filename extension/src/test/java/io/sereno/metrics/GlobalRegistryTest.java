package io.sereno.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sereno.figures.Figures;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GlobalRegistryTest {

  private final Figures figures = new Figures();
  private final SharedRegistry registry =
      new SharedRegistry(new ScrapeFormat(), figures.failures());
  private final GlobalRegistry global =
      new GlobalRegistry(registry, Metrics.class.getClassLoader());

  @AfterEach
  void leave() {
    global.leave();
    Metrics.globalRegistry.clear();
  }

  @Test
  void whatTheApplicationMeasuresIsScraped() {
    Counter early = Metrics.counter("orders.placed", "kind", "early");
    global.join();
    Counter late = Metrics.counter("orders.placed", "kind", "late");
    early.increment();
    late.increment(2);

    assertThat(registry.scrape())
        .contains(
            "orders_placed_total{kind=\"early\"} 1.0", "orders_placed_total{kind=\"late\"} 2.0");
  }

  @Test
  void nothingIsLeftBehind() {
    global.join();
    Counter counter = Metrics.counter("orders.placed");
    global.leave();
    counter.increment();

    assertThat(Metrics.globalRegistry.getRegistries()).doesNotContain(registry);
    assertThat(registry.get("orders.placed").counter().count()).isZero();
  }

  @Test
  void oneThatManyApplicationsShareIsLeftAlone() {
    new GlobalRegistry(registry, new ClassLoader() {}).join();

    assertThat(Metrics.globalRegistry.getRegistries()).doesNotContain(registry);
  }

  @Test
  void aBeanThatOursIsAPartOfGetsEachMeasurementOnce() {
    global.join();
    MeterRegistry other = new SimpleMeterRegistry();
    Metrics.addRegistry(other);
    CompositeMeterRegistry around = new CompositeMeterRegistry();
    around.add(Metrics.globalRegistry);
    List<MeterOutlet> outlets =
        RegistryBeans.outlets(List.of(around, registry), registry, figures.failures());
    Bridges bridges = new Bridges(new BridgeSettings(true, false), registry, figures.failures());
    bridges.start(outlets);
    try {
      registry.counter("own").increment();

      assertThat(outlets).hasSize(1);
      assertThat(registry.get("own").counter().count()).isEqualTo(1);
      assertThat(other.get("own").counter().count()).isEqualTo(1);
    } finally {
      bridges.stop();
      Metrics.removeRegistry(other);
    }
  }
}
