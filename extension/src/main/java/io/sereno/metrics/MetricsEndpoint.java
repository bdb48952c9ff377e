package io.sereno.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sereno.endpoints.Body;
import io.sereno.endpoints.Door;
import io.sereno.endpoints.Endpoint;
import io.sereno.endpoints.EndpointSettings;
import io.sereno.figures.Failures;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The scrape: every meter, in Prometheus's text format or OpenMetrics, as the scraper prefers. */
final class MetricsEndpoint extends Endpoint {

  private static final long serialVersionUID = 1L;

  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
  private static final String OPEN_METRICS =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";

  private final transient PrometheusMeterRegistry registry;

  MetricsEndpoint(
      EndpointSettings settings, Door door, Failures failures, PrometheusMeterRegistry registry) {
    super(settings, door, failures);
    this.registry = registry;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String accept = request.getHeader("Accept");
    boolean open = accept != null && accept.contains("application/openmetrics-text");
    String type = open ? OPEN_METRICS : PROMETHEUS;
    Body.text(response, type, registry.scrape(type));
  }
}
