package io.sereno.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sereno.RecordedLogs;
import io.sereno.figures.Figures;
import io.sereno.settings.TestSettings;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Copies in a registry that outlives the application, and fails. */
class RegistryOutletTest {

  private static final String SECOND = "running.seconds.sum";

  private final Figures figures = new Figures();
  private final SharedRegistry own = new SharedRegistry(new ScrapeFormat(), figures.failures());
  private final PrometheusMeterRegistry server =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Bridges bridges =
      new Bridges(BridgeSettings.read(TestSettings.of(Map.of())), own, figures.failures());
  private final RecordedLogs logs = new RecordedLogs("io.sereno.figures");

  @BeforeEach
  void measured() {
    LongTaskTimer.builder("running").register(own);
  }

  @AfterEach
  void forget() {
    logs.close();
  }

  @Test
  void aCopyThatCannotBeRemovedLeavesNoOther() {
    server.config().onMeterRemoved(removed -> fail(removed.getId(), "running.seconds.count"));
    start();
    assertThat(server.getMeters()).hasSize(3);

    own.remove(own.get("running").longTaskTimer());

    assertThat(server.getMeters()).isEmpty();
    assertThat(told()).containsExactly("expected by a test");
  }

  @Test
  void whatWasMadeBeforeAFailureGoesInTheEnd() {
    server.config().meterFilter(mapping(id -> fail(id, SECOND)));
    start();
    assertThat(server.getMeters())
        .extracting(meter -> meter.getId().getName())
        .containsExactly("running.seconds.count");
    assertThat(told()).containsExactly("expected by a test");

    bridges.stop();

    assertThat(server.getMeters()).isEmpty();
  }

  @Test
  void aGaugeThatCannotBeFoundAgainIsReported() {
    server
        .config()
        .meterFilter(mapping(id -> id.getName().equals(SECOND) ? id.withName("renamed") : id));
    start();

    assertThat(told())
        .containsExactly("A gauge cannot be taken away again, as it is not found: " + SECOND);

    bridges.stop();

    assertThat(server.getMeters())
        .extracting(meter -> meter.getId().getName())
        .containsExactly("renamed");
  }

  private static Meter.Id fail(Meter.Id id, String name) {
    if (id.getName().equals(name)) {
      throw new IllegalStateException("expected by a test");
    }
    return id;
  }

  private static MeterFilter mapping(UnaryOperator<Meter.Id> mapping) {
    return new MeterFilter() {
      @Override
      public Meter.Id map(Meter.Id id) {
        return mapping.apply(id);
      }
    };
  }

  private List<String> told() {
    return logs.records().stream().map(record -> record.getThrown().getMessage()).toList();
  }

  private void start() {
    DeploymentRegistry deployed = new DeploymentRegistry("own.war", server);
    bridges.start(List.of(new RegistryOutlet(deployed, figures.failures())));
  }
}
