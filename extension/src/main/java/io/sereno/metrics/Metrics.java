package io.sereno.metrics;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sereno.context.RequestObserver;
import io.sereno.endpoints.Door;
import io.sereno.endpoints.Endpoint;
import io.sereno.endpoints.EndpointSettings;
import io.sereno.figures.Failures;
import io.sereno.figures.Figures;
import io.sereno.invocation.CallObserver;
import io.sereno.settings.Settings;

/**
 * The metrics of one application: a Micrometer registry of its own, what Sereno measures into it,
 * and its scrape.
 */
public final class Metrics {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private final Figures figures;

  public Metrics(Figures figures) {
    this.figures = figures;
    figures.forEach(new FigureMeters(registry));
  }

  /** Measures requests. */
  public RequestObserver requests() {
    return new RequestMetrics(registry);
  }

  /** Times the calls of {@code @Timed} methods. */
  public CallObserver.Factory timed(Settings settings) {
    return new TimedMethods(registry, figures, DistributionKeys.read(settings));
  }

  /** The scrape endpoint. */
  public Endpoint endpoint(EndpointSettings endpoint, Door door, Failures failures) {
    return new MetricsEndpoint(endpoint, door, failures, registry);
  }

  /** Lets go of all meters. */
  public void stop() {
    registry.close();
  }
}
