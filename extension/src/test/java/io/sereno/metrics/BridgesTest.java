package io.sereno.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import io.micrometer.core.instrument.noop.NoopTimer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sereno.RecordedLogs;
import io.sereno.figures.Figures;
import io.sereno.settings.TestSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BridgesTest {

  private final Figures figures = new Figures();
  private final SharedRegistry own = new SharedRegistry(new ScrapeFormat(), figures.failures());
  private final Bridges bridges =
      new Bridges(BridgeSettings.read(TestSettings.of(Map.of())), own, figures.failures());
  private final SimpleMeterRegistry simple = new SimpleMeterRegistry();

  private final RecordedLogs logs = new RecordedLogs("io.sereno");

  @AfterEach
  void forget() {
    logs.close();
  }

  @Test
  void whatIsMeasuredIsToldToOtherRegistries() {
    Timer before = Timer.builder("before").tag("a", "b").register(own);
    start(simple);
    DistributionSummary after =
        DistributionSummary.builder("after").baseUnit("bytes").register(own);
    Counter counter = own.counter("counted", "a", "b");

    before.record(30, TimeUnit.MILLISECONDS);
    before.record(() -> {});
    assertThat(before.record(() -> "result")).isEqualTo("result");
    after.record(7);
    counter.increment();

    assertThat(simple.get("before").tag("a", "b").timer().count()).isEqualTo(3);
    assertThat(simple.get("before").timer().totalTime(TimeUnit.SECONDS))
        .isEqualTo(before.totalTime(TimeUnit.SECONDS));
    assertThat(simple.get("after").summary().totalAmount()).isEqualTo(7);
    assertThat(simple.get("after").summary().getId().getBaseUnit()).isEqualTo("bytes");
    assertThat(simple.get("counted").counter().count()).isEqualTo(1);
  }

  @Test
  void whatIsOnlyReadIsReadThere() {
    PlainTimer calls = new PlainTimer(System::nanoTime);
    AtomicInteger gauge = new AtomicInteger(5);
    FunctionTimer.builder(
            "calls", calls, PlainTimer::count, PlainTimer::nanos, TimeUnit.NANOSECONDS)
        .register(own);
    Gauge.builder("gauge", gauge, AtomicInteger::get).register(own);
    own.more().counter("function", List.of(), gauge);
    LongTaskTimer tasks = LongTaskTimer.builder("tasks").register(own);
    start(simple);

    calls.record(2_000_000_000);
    gauge.set(6);
    tasks.start();

    assertThat(simple.get("calls").functionTimer().count()).isEqualTo(1);
    assertThat(simple.get("calls").functionTimer().totalTime(TimeUnit.SECONDS)).isEqualTo(2);
    assertThat(simple.get("gauge").gauge().value()).isEqualTo(6);
    assertThat(simple.get("function").functionCounter().count()).isEqualTo(6);
    assertThat(simple.get("tasks").meter().measure().iterator().next().getValue()).isEqualTo(1);
  }

  @Test
  void bucketsAreTheSameThere() {
    PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    start(prometheus);
    Timer.builder("with.buckets")
        .serviceLevelObjectives(Duration.ofMillis(5), Duration.ofSeconds(40))
        .register(own)
        .record(1, TimeUnit.SECONDS);
    DistributionSummary.builder("sizes")
        .serviceLevelObjectives(256, 1024)
        .register(own)
        .record(1000);

    assertThat(prometheus.scrape()).isEqualTo(own.scrape()).contains("le=\"40.0\"} 1");
  }

  @Test
  void aScaledSummaryIsTheSameThere() {
    PrometheusMeterRegistry prometheus = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    start(prometheus);
    DistributionSummary.builder("scaled")
        .scale(0.001)
        .serviceLevelObjectives(2, 20)
        .register(own)
        .record(9_000);

    assertThat(prometheus.scrape())
        .isEqualTo(own.scrape())
        .contains("scaled_bucket{le=\"20.0\"} 1", "scaled_sum 9.0");
  }

  @Test
  void withoutTheLibraryForThemQuantilesAreLeftOut() {
    SharedRegistry poor = new SharedRegistry(new ScrapeFormat(), figures.failures(), false);
    Timer timer = Timer.builder("timer").publishPercentiles(0.5).register(poor);
    DistributionSummary summary =
        DistributionSummary.builder("sizes").publishPercentiles(0.5).register(poor);

    timer.record(1, TimeUnit.SECONDS);
    summary.record(1);

    assertThat(poor.scrape())
        .contains("timer_seconds_count 1", "sizes_count 1")
        .doesNotContain("quantile");
    assertThat(logs.records())
        .singleElement()
        .satisfies(
            record -> assertThat(record.getMessage()).startsWith("Percentiles are left out"));
  }

  @Test
  void nothingIsLeftBehind() {
    Meter theirs = simple.counter("theirs");
    Timer timer = own.timer("timer");
    own.gauge("gauge", 1);
    CompositeMeterRegistry composite = new CompositeMeterRegistry();
    SimpleMeterRegistry part = new SimpleMeterRegistry();
    composite.add(part);
    start(simple, composite);
    assertThat(part.getMeters()).hasSize(2);

    bridges.stop();
    own.counter("late");
    timer.record(1, TimeUnit.SECONDS);

    assertThat(simple.getMeters()).containsExactly(theirs);
    assertThat(simple.isClosed()).isFalse();
    assertThat(composite.getMeters()).isEmpty();
    assertThat(part.getMeters()).isEmpty();
  }

  @Test
  void aMeterThatGoesAwayGoesThereToo() {
    start(simple);
    Counter counter = own.counter("counter");
    assertThat(simple.find("counter").counter()).isNotNull();

    own.remove(counter);

    assertThat(simple.getMeters()).isEmpty();
  }

  @Test
  void whatSomebodyElseMeasuresIsLeftAlone() {
    Counter theirs = simple.counter("shared", "a", "b");
    own.counter("shared", "a", "b").increment();
    start(simple);

    own.counter("shared", "a", "b").increment();
    bridges.stop();

    assertThat(theirs.count()).isZero();
    assertThat(simple.getMeters()).containsExactly(theirs);
  }

  @Test
  void theLimitOfSeriesHoldsThereToo() {
    SeriesLimits limits = new SeriesLimits(3, Map.of());
    new CardinalityGuard(limits, figures).guard(own);
    start(simple);

    for (int i = 0; i < 1_000; i++) {
      own.counter("hostile", "path", "/" + i).increment();
    }

    assertThat(simple.find("hostile").counters()).hasSize(4);
    assertThat(simple.find("hostile").counters().stream().mapToDouble(Counter::count).sum())
        .isEqualTo(1_000);
  }

  @Test
  void aRegistryThatFailsHarmsNobody() {
    Timer timer = own.timer("timer");
    MeterRegistry broken = new BrokenRegistry();
    broken.counter("first");
    start(broken, simple);
    own.gauge("refused", 1);

    assertThatCode(() -> timer.record(1, TimeUnit.SECONDS)).doesNotThrowAnyException();

    assertThat(own.get("timer").timer().count()).isEqualTo(1);
    assertThat(simple.get("timer").timer().count()).isEqualTo(1);
    assertThat(simple.find("refused").gauge()).isNotNull();
    assertThat(failures()).isEqualTo(2);
  }

  /** Whose timers refuse measurements, and which refuses gauges. */
  private static final class BrokenRegistry extends SimpleMeterRegistry {

    @Override
    protected Timer newTimer(
        Meter.Id id, DistributionStatisticConfig config, PauseDetector pauses) {
      return new NoopTimer(id) {
        @Override
        public void record(long amount, TimeUnit unit) {
          throw new IllegalStateException("expected by a test");
        }
      };
    }

    @Override
    protected <T> Gauge newGauge(Meter.Id id, T of, ToDoubleFunction<T> value) {
      throw new IllegalStateException("expected by a test");
    }
  }

  /** How often something of ours failed. */
  private long failures() {
    AtomicLong sum = new AtomicLong();
    figures.forEach(
        figure -> {
          if (figure.name().equals("sereno.failures")) {
            sum.addAndGet(figure.value().getAsLong());
          }
        });
    return sum.get();
  }

  private void start(MeterRegistry... others) {
    bridges.start(
        Arrays.stream(others)
            .<MeterOutlet>map(other -> new RegistryOutlet(other, figures.failures()))
            .toList());
  }
}
