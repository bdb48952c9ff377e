package io.sereno.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sereno.figures.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class CardinalityGuardTest {

  private static final int MILLION = 1_000_000;

  private final Figures figures = new Figures();
  private final MeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void aMillionValuesAreAsManySeriesAsThereMayBeAndOne() {
    guard(new SeriesLimits(2_000, Map.of()));

    for (int i = 0; i < MILLION; i++) {
      registry.counter("orders.placed", "customer", "customer-" + i, "kind", "web").increment();
    }

    assertThat(series("orders.placed")).isEqualTo(2_001);
    assertThat(registry.get("orders.placed").counters().stream().mapToDouble(Counter::count).sum())
        .isEqualTo(MILLION);
    assertThat(
            registry
                .get("orders.placed")
                .tag("customer", "overflow")
                .tag("kind", "overflow")
                .counter()
                .count())
        .isEqualTo(MILLION - 2_000);
    assertThat(overflow("orders.placed")).isEqualTo(MILLION - 2_000);
  }

  @Test
  void whatIsKnownStaysItself() {
    guard(new SeriesLimits(1, Map.of()));

    registry.timer("a", "tag", "first").record(Duration.ofSeconds(1));
    registry.timer("a", "tag", "second").record(Duration.ofSeconds(2));
    registry.timer("a", "tag", "first").record(Duration.ofSeconds(4));
    registry.timer("a", "tag", "overflow").record(Duration.ofSeconds(8));
    registry.timer("b", "tag", "first");

    assertThat(registry.get("a").timers())
        .extracting(timer -> timer.getId().getTag("tag"), Timer::count)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("first", 2L),
            org.assertj.core.groups.Tuple.tuple("overflow", 2L));
    assertThat(overflow("a")).isEqualTo(1);
    assertThat(series("b")).isEqualTo(1);
  }

  @Test
  void aMeterMayHaveALimitOfItsOwn() {
    guard(new SeriesLimits(2, Map.of("many", 5)));
    for (int i = 0; i < 10; i++) {
      registry.counter("few", "tag", "" + i);
      registry.counter("many", "tag", "" + i);
    }

    assertThat(series("few")).isEqualTo(3);
    assertThat(series("many")).isEqualTo(6);
  }

  @Test
  void aSeriesThatIsRemovedMakesRoom() {
    guard(new SeriesLimits(1, Map.of()));
    Meter first = registry.counter("a", "tag", "first");
    registry.remove(first);

    assertThat(registry.counter("a", "tag", "second").getId().getTag("tag")).isEqualTo("second");
  }

  @Test
  void warnsOnceOfEachMeterAndSaysWhatToDo() {
    guard(new SeriesLimits(1, Map.of()));
    Warnings warnings = new Warnings();
    Logger logger = Logger.getLogger(CardinalityGuard.class.getName());
    logger.addHandler(warnings);
    try {
      for (int i = 0; i < 100; i++) {
        registry.counter("a", "tag", "" + i);
        registry.counter("b", "tag", "" + i);
      }
    } finally {
      logger.removeHandler(warnings);
    }

    assertThat(warnings.messages)
        .hasSize(2)
        .allMatch(message -> message.contains("raise sereno.metrics.max-series"))
        .anyMatch(message -> message.startsWith("The meter a has 1 series"))
        .anyMatch(message -> message.startsWith("The meter b has 1 series"));
  }

  @Test
  void aMeterThatIsKnownFromTheStartHasNotOverflowed() {
    guard(new SeriesLimits(1, Map.of())).expect("a");

    assertThat(overflow("a")).isZero();
  }

  @Test
  void threadsThatComeAtOnceLoseNothing() throws InterruptedException {
    guard(new SeriesLimits(100, Map.of()));
    CyclicBarrier together = new CyclicBarrier(4);
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      int start = t * 500;
      threads.add(
          new Thread(
              () -> {
                for (int i = start; i < start + 1_000; i++) {
                  if (i % 100 == 0) {
                    awaitOthers(together);
                  }
                  registry.counter("a", "tag", "" + i).increment();
                }
              }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(series("a")).isEqualTo(101);
    assertThat(registry.get("a").counters().stream().mapToDouble(Counter::count).sum())
        .isEqualTo(4_000);
  }

  private static void awaitOthers(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private CardinalityGuard guard(SeriesLimits limits) {
    CardinalityGuard guard = new CardinalityGuard(limits, figures);
    guard.guard(registry);
    figures.forEach(new FigureMeters(registry));
    return guard;
  }

  private int series(String meter) {
    return registry.find(meter).meters().size();
  }

  private double overflow(String meter) {
    return registry.get("sereno.metrics.overflow").tag("meter", meter).functionCounter().count();
  }

  private static final class Warnings extends Handler {

    private final List<String> messages = new ArrayList<>();

    @Override
    public void publish(LogRecord record) {
      if (record.getLevel().intValue() == Level.WARNING.intValue()) {
        messages.add(record.getMessage());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
