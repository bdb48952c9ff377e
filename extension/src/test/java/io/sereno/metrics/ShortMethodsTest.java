package io.sereno.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sereno.figures.Figures;
import io.sereno.settings.TestSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortMethodsTest {

  private final Figures figures = new Figures();
  private final SharedRegistry own = new SharedRegistry(new ScrapeFormat(), figures.failures());
  private final PrometheusMeterRegistry server =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final MeterRegistry deployed = new DeploymentRegistry("own.war", server);
  private final AtomicInteger state = new AtomicInteger(5);
  private final Bridges bridges =
      new Bridges(BridgeSettings.read(TestSettings.of(Map.of())), own, figures.failures());

  @Test
  void onlyARegistryWithShortMethodsOfItsOwnIsAskedThatWay() {
    assertThat(OtherRegistry.of(deployed)).isInstanceOf(ShortMethods.class);
    assertThat(OtherRegistry.of(new SimpleMeterRegistry())).isInstanceOf(Builders.class);
    assertThat(OtherRegistry.of(server)).isInstanceOf(Builders.class);
  }

  @Test
  void theServerShowsAllButBucketsAndQuantiles() {
    measured();
    start();

    own.get("timed").timer().record(7, TimeUnit.SECONDS);
    own.get("size").summary().record(9);
    own.get("counted").counter().increment(3);
    own.get("running").longTaskTimer().start();

    assertThat(series(server))
        .isEqualTo(series(own))
        .contains(
            "counted_seats_total{a=\"b\"}",
            "function_total",
            "gauge_bytes",
            "lasting_seconds",
            "read_seconds_count",
            "running_seconds_count",
            "size_bytes_sum",
            "timed_seconds_max");
    assertThat(server.scrape())
        .contains(
            "counted_seats_total{WF_DEPLOYMENT=\"own.war\",a=\"b\"} 3.0",
            "function_total{WF_DEPLOYMENT=\"own.war\"} 5.0",
            "gauge_bytes{WF_DEPLOYMENT=\"own.war\"} 5.0",
            "lasting_seconds{WF_DEPLOYMENT=\"own.war\"} 0.005",
            "read_seconds_sum{WF_DEPLOYMENT=\"own.war\"} 5.0",
            "running_seconds_count{WF_DEPLOYMENT=\"own.war\"} 1.0",
            "size_bytes_sum{WF_DEPLOYMENT=\"own.war\"} 9.0",
            "timed_seconds_sum{WF_DEPLOYMENT=\"own.war\"} 7.0");
  }

  @Test
  void aScaledSummaryIsPublishedScaled() {
    DistributionSummary scaled = DistributionSummary.builder("scaled").scale(0.001).register(own);
    start();

    scaled.record(9_000);

    assertThat(scaled.totalAmount()).isEqualTo(9);
    assertThat(server.get("scaled").summary().totalAmount()).isEqualTo(9);
  }

  @Test
  void nothingOfOursIsLeftThere() {
    measured();
    Meter theirs = deployed.counter("theirs");
    Meter another = new DeploymentRegistry("another.war", server).counter("counted.seats");
    start();
    own.remove(own.get("size").summary());
    assertThat(server.find("size.bytes").meter()).isNull();
    assertThat(server.find("timed").meter()).isNotNull();

    bridges.stop();

    assertThat(server.getMeters()).containsExactlyInAnyOrder(theirs, another);
  }

  @Test
  void whatTheApplicationMeasuresItselfIsLeftAlone() {
    measured();
    List<Meter> theirs = theirs();
    start();

    own.get("counted").counter().increment();
    own.get("timed").timer().record(7, TimeUnit.SECONDS);
    own.get("size").summary().record(9);
    assertThat(server.getMeters()).containsExactlyInAnyOrderElementsOf(theirs);
    bridges.stop();

    assertThat(server.get("counted.seats").counter().count()).isZero();
    assertThat(server.get("timed").timer().count()).isZero();
    assertThat(server.get("size.bytes").summary().count()).isZero();
    assertThat(server.getMeters()).containsExactlyInAnyOrderElementsOf(theirs);
  }

  @ParameterizedTest
  @ValueSource(strings = {"running.seconds.count", "running.seconds.sum", "running.seconds.max"})
  void aPartOfALongTaskTimerThatIsThereIsLeftAlone(String part) {
    LongTaskTimer.builder("running").register(own);
    deployed.gauge(part, List.of(), state, AtomicInteger::get);
    Meter theirs = server.get(part).meter();
    start();

    bridges.stop();

    assertThat(server.getMeters()).containsExactly(theirs);
  }

  @Test
  void theMachineIsTheServersOwnAffair() {
    own.gauge("jvm.memory.used", state);
    own.counter("system.cpu.count");
    own.timer("process.orders", Meters.CLASS, "Orders", Meters.METHOD, "process");
    start();

    assertThat(server.getMeters())
        .extracting(meter -> meter.getId().getName())
        .containsExactly("process.orders");
  }

  /** A meter of each kind, before there is a bridge. */
  private void measured() {
    Counter.builder("counted").baseUnit("seats").tag("a", "b").register(own);
    DistributionSummary.builder("size").baseUnit("bytes").publishPercentiles(0.5).register(own);
    Timer.builder("timed").serviceLevelObjectives(Duration.ofSeconds(1)).register(own);
    Gauge.builder("gauge", state, AtomicInteger::get).baseUnit("bytes").register(own);
    FunctionCounter.builder("function", state, AtomicInteger::get).register(own);
    TimeGauge.builder("lasting", state, TimeUnit.MILLISECONDS, AtomicInteger::get).register(own);
    FunctionTimer.builder("read", state, AtomicInteger::get, AtomicInteger::get, TimeUnit.SECONDS)
        .register(own);
    LongTaskTimer.builder("running").register(own);
  }

  /** What the application has made of the same names by the same methods. */
  private List<Meter> theirs() {
    deployed.gauge("gauge.bytes", List.of(), state, AtomicInteger::get);
    return List.of(
        deployed.counter("counted.seats", "a", "b"),
        deployed.summary("size.bytes"),
        deployed.timer("timed"),
        server.get("gauge.bytes").meter(),
        deployed.more().counter("function", List.of(), state),
        deployed
            .more()
            .timeGauge("lasting", List.of(), state, TimeUnit.SECONDS, AtomicInteger::get),
        deployed
            .more()
            .timer(
                "read", List.of(), state, AtomicInteger::get, AtomicInteger::get, TimeUnit.SECONDS),
        deployed.more().longTaskTimer("running"));
  }

  private void start() {
    bridges.start(List.of(new RegistryOutlet(deployed, figures.failures())));
  }

  /** By name and tags, without the one that the server adds. */
  private static List<String> series(PrometheusMeterRegistry registry) {
    return registry
        .scrape()
        .replaceAll("WF_DEPLOYMENT=\"own.war\",?", "")
        .replace("{}", "")
        .lines()
        .filter(line -> !line.matches("#.*|.*_bucket\\{.*|.*quantile=.*"))
        .map(line -> line.substring(0, line.lastIndexOf(' ')))
        .sorted()
        .toList();
  }
}
