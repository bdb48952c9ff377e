package io.sereno.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.tracer.common.SpanContext;
import io.sereno.figures.Failures;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * A registry whose meters can have copies in others. Micrometer's own composite would pay for them
 * at each measurement, also where there are none.
 */
final class SharedRegistry extends PrometheusMeterRegistry {

  private static final Logger LOG = Logger.getLogger(SharedRegistry.class);

  private final Failures failures;
  private final boolean quantiles;
  private final AtomicBoolean warned = new AtomicBoolean();

  SharedRegistry(PrometheusConfig config, Failures failures) {
    this(config, failures, canHaveQuantiles());
  }

  /**
   * With or without quantiles.
   *
   * @param quantiles whether Micrometer sees the library that it works them out with
   */
  SharedRegistry(PrometheusConfig config, Failures failures, boolean quantiles) {
    super(config);
    this.failures = failures;
    this.quantiles = quantiles;
  }

  SharedRegistry(PrometheusConfig config, Exemplars exemplars, Failures failures) {
    super(config, new PrometheusRegistry(), Clock.SYSTEM, exemplars);
    this.failures = failures;
    this.quantiles = canHaveQuantiles();
  }

  /**
   * Whether Micrometer and we see the same classes of Prometheus's library. On a server that puts
   * its own Micrometer in the place of the application's, as WildFly with its subsystem, we do not.
   */
  static boolean canHaveExemplars() {
    ClassLoader micrometers = PrometheusMeterRegistry.class.getClassLoader();
    try {
      return sees(micrometers, PrometheusRegistry.class) && sees(micrometers, SpanContext.class);
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** Whether Micrometer sees the library that it works out quantiles with. */
  private static boolean canHaveQuantiles() {
    try {
      Class.forName(
          "org.HdrHistogram.DoubleRecorder", false, PrometheusMeterRegistry.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private static boolean sees(ClassLoader loader, Class<?> type) throws ClassNotFoundException {
    return Class.forName(type.getName(), false, loader) == type;
  }

  @Override
  public Counter newCounter(Meter.Id id) {
    return new SharedCounter(super.newCounter(id), failures);
  }

  @Override
  public DistributionSummary newDistributionSummary(
      Meter.Id id, DistributionStatisticConfig wanted, double scale) {
    DistributionStatisticConfig config = possible(wanted);
    return new SharedSummary(
        super.newDistributionSummary(id, config, scale), config, scale, failures);
  }

  @Override
  protected Timer newTimer(
      Meter.Id id, DistributionStatisticConfig wanted, PauseDetector pauseDetector) {
    DistributionStatisticConfig config = possible(wanted);
    return new SharedTimer(super.newTimer(id, config, pauseDetector), config, failures);
  }

  /** A server's own Micrometer may come without that library: not a reason to fail. */
  private DistributionStatisticConfig possible(DistributionStatisticConfig wanted) {
    if (quantiles || !wanted.isPublishingPercentiles()) {
      return wanted;
    }
    if (warned.compareAndSet(false, true)) {
      LOG.warn(
          "Percentiles are left out: the server puts its own Micrometer in the place of the"
              + " application's, without HdrHistogram");
    }
    return DistributionStatisticConfig.builder().percentiles().build().merge(wanted);
  }
}
