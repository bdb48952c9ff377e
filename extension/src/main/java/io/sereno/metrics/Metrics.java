package io.sereno.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sereno.context.RequestObserver;
import io.sereno.endpoints.Door;
import io.sereno.endpoints.Endpoint;
import io.sereno.figures.Failures;
import io.sereno.figures.Figures;
import io.sereno.invocation.CallObserver;
import io.sereno.settings.Settings;
import io.sereno.statements.StatementObserver;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of one application: a Micrometer registry of its own, what Sereno measures into it,
 * and its scrape.
 */
public final class Metrics {

  private final MetricsSettings settings;
  private final Failures failures;
  private final @Nullable Exemplars exemplars;
  private final PrometheusMeterRegistry registry;
  private final CardinalityGuard guard;
  private final Figures figures;
  private final Bridges bridges;

  public Metrics(MetricsSettings settings, Figures figures) {
    this.settings = settings;
    this.figures = figures;
    this.failures = figures.failures();
    this.exemplars =
        settings.exemplars() && SharedRegistry.canHaveExemplars() ? new Exemplars() : null;
    this.registry =
        exemplars == null
            ? new SharedRegistry(new ScrapeFormat(), failures)
            : new SharedRegistry(new ScrapeFormat(), exemplars, failures);
    this.guard = new CardinalityGuard(settings.limits(), figures);
    guard.guard(registry);
    figures.forEach(new FigureMeters(registry));
    this.bridges = new Bridges(settings.bridges(), registry, failures);
  }

  /** Measures requests, if it is to. */
  public Optional<RequestObserver> requests() {
    return settings.requests().enabled()
        ? Optional.of(new RequestMetrics(new RequestMeters(registry, settings.requests()), guard))
        : Optional.empty();
  }

  /** Times the calls of {@code @Timed} methods. */
  public CallObserver.Factory timed(Settings settings) {
    return new TimedMethods(registry, figures, DistributionKeys.read(settings));
  }

  /** Measures the statements of requests. */
  public RequestObserver queries() {
    return new QueryMetrics(registry);
  }

  /** Measures statements. */
  public StatementObserver statements() {
    return new StatementMetrics(registry);
  }

  /** The scrape endpoint. */
  public Endpoint endpoint(Door door) {
    return new MetricsEndpoint(settings.endpoint(), door, failures, registry);
  }

  /** Shows the meters elsewhere, too. */
  public void start() {
    bridges.start();
  }

  /**
   * Lets go of all meters.
   *
   * @param application the class loader whose classes go with the application
   */
  public void stop(ClassLoader application) {
    bridges.stop();
    registry.close();
    if (exemplars != null) {
      try {
        exemplars.stop(application);
      } catch (ReflectiveOperationException | RuntimeException e) {
        failures.report("metrics", "ending a thread of Prometheus's library", e);
      }
    }
  }
}
