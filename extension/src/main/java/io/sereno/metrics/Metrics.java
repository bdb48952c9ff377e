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
  private final Optional<JvmMeters> jvm;
  private final Optional<CacheMeters> caches;
  private final Optional<ExecutorMeters> executors;
  private final Optional<GlobalRegistry> global;
  private final Bridges bridges;
  private final Budgets budgets = new Budgets();
  private final ClassLoader application;

  /**
   * Those of one application.
   *
   * @param application the class loader of what is the application's
   */
  public Metrics(MetricsSettings settings, Figures figures, ClassLoader application) {
    this.settings = settings;
    this.application = application;
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
    this.jvm = settings.jvm() ? Optional.of(new JvmMeters()) : Optional.empty();
    this.caches =
        settings.caches()
            ? Optional.of(new CacheMeters(registry, application, failures))
            : Optional.empty();
    this.executors =
        settings.executors()
            ? Optional.of(new ExecutorMeters(registry, failures))
            : Optional.empty();
    this.global =
        settings.global()
            ? Optional.of(new GlobalRegistry(registry, application))
            : Optional.empty();
    this.bridges = new Bridges(settings.bridges(), registry, failures);
  }

  /**
   * Measures requests, if it is to.
   *
   * @param statements whether those of requests are seen
   */
  public Optional<RequestObserver> requests(boolean statements) {
    if (!settings.requests().enabled()) {
      return Optional.empty();
    }
    RequestMeters meters = new RequestMeters(registry, settings.requests(), statements);
    return Optional.of(new RequestMetrics(meters, guard));
  }

  /**
   * Times the calls of {@code @Timed} methods.
   *
   * @param statements whether those of calls are counted
   */
  public CallObserver.Factory timed(Settings settings, boolean statements) {
    return new TimedMethods(
        registry,
        new QueryBudgets(figures, budgets, statements),
        DistributionKeys.read(settings),
        failures);
  }

  /** Measures statements. */
  public StatementObserver statements() {
    return new StatementMetrics(registry, guard);
  }

  /** The scrape endpoint. */
  public Endpoint endpoint(Door door) {
    return new MetricsEndpoint(settings.endpoint(), door, failures, registry, this::look);
  }

  /** For what comes and goes without telling. */
  private void look() {
    caches.ifPresent(meters -> guarded("looking for caches", meters::look));
    executors.ifPresent(meters -> guarded("looking for executors", meters::look));
  }

  /** Who asks for foreign MBeans may meet anything; all other meters are shown nevertheless. */
  private void guarded(String doing, Runnable look) {
    try {
      look.run();
    } catch (Throwable e) {
      failures.survive("metrics", doing, e);
    }
  }

  /** Measures what is there without anybody's doing, and shows the meters elsewhere, too. */
  public void start() {
    jvm.ifPresent(meters -> meters.bindTo(registry));
    global.ifPresent(GlobalRegistry::join);
    budgets.start(application);
    bridges.start();
  }

  /**
   * Takes the meters from where else they are shown, and ends what measures by itself. The registry
   * makes no more of them; those that it has go with the application.
   */
  public void stop() {
    bridges.stop();
    budgets.stop();
    global.ifPresent(GlobalRegistry::leave);
    jvm.ifPresent(JvmMeters::close);
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
