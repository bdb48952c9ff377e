package io.sereno.metrics;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sereno.Timed;
import io.sereno.context.RequestObserver;
import io.sereno.endpoints.Door;
import io.sereno.endpoints.Endpoint;
import io.sereno.endpoints.EndpointSettings;
import io.sereno.figures.Failures;
import io.sereno.figures.Figures;
import io.sereno.invocation.BeanMethod;
import io.sereno.invocation.CallObserver;
import io.sereno.settings.Settings;
import io.sereno.statements.StatementObserver;

/**
 * The metrics of one application: a Micrometer registry of its own, what Sereno measures into it,
 * and its scrape.
 */
public final class Metrics implements CallObserver.Factory {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  public Metrics(Figures figures) {
    figures.forEach(new FigureMeters(registry));
  }

  /** Measures requests. */
  public RequestObserver requests() {
    return new RequestMetrics(registry);
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
  public Endpoint endpoint(EndpointSettings endpoint, Door door, Failures failures) {
    return new MetricsEndpoint(endpoint, door, failures, registry);
  }

  /** Lets go of all meters. */
  public void stop() {
    registry.close();
  }

  @Override
  public CallObserver observe(BeanMethod method, Settings settings) {
    return method
        .annotation(Timed.class)
        .filter(timed -> settings.flag(method.key(settings, Timed.class, "enabled"), true))
        .map(timed -> name(timed, method, settings))
        .<CallObserver>map(name -> new TimedCalls(registry, method, name))
        .orElse(CallObserver.noop());
  }

  private static String name(Timed timed, BeanMethod method, Settings settings) {
    String key = method.key(settings, Timed.class, "name");
    String name = settings.text(key).orElse(timed.name());
    if (name.isEmpty()) {
      return Meters.METHOD_TIMED.key();
    }
    if (!Meters.isFree(name)) {
      settings.problem(
          key,
          name,
          "choose a name of letters, digits, dots and underscores that is no meter of Sereno's");
    }
    return name;
  }
}
