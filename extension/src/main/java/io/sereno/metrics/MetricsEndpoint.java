package io.sereno.metrics;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sereno.endpoints.Door;
import io.sereno.endpoints.Endpoint;
import io.sereno.endpoints.EndpointSettings;
import io.sereno.endpoints.Preferences;
import io.sereno.figures.Failures;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The scrape: every meter, or those that {@code name[]=} asks for, in Prometheus's text format or
 * OpenMetrics, as the scraper prefers, and compressed if it likes that.
 */
final class MetricsEndpoint extends Endpoint {

  private static final long serialVersionUID = 1L;

  private static final String TEXT = "text/plain";
  private static final String OPEN_METRICS = "application/openmetrics-text";
  private static final String TEXT_TYPE = TEXT + "; version=0.0.4; charset=utf-8";
  private static final String OPEN_METRICS_TYPE = OPEN_METRICS + "; version=1.0.0; charset=utf-8";

  private static final Pattern SUFFIX = Pattern.compile("_(total|count|sum|bucket|created|info)$");

  private final transient PrometheusMeterRegistry registry;
  private final transient Runnable before;

  /**
   * Shows a registry.
   *
   * @param before is run before each scrape
   */
  MetricsEndpoint(
      EndpointSettings settings,
      Door door,
      Failures failures,
      PrometheusMeterRegistry registry,
      Runnable before) {
    super(settings, door, failures);
    this.registry = registry;
    this.before = before;
  }

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String type =
        prefersOpenMetrics(Preferences.of(request, "Accept")) ? OPEN_METRICS_TYPE : TEXT_TYPE;
    boolean compressed = prefersGzip(Preferences.of(request, "Accept-Encoding"));
    response.setHeader("Vary", "Accept, Accept-Encoding");
    try (ScrapeBody body = new ScrapeBody(response, type, compressed)) {
      if (request.getMethod().equals("HEAD")) {
        body.writeHead();
      } else {
        before.run();
        registry.scrape(body, type, names(request.getParameterValues("name[]")));
      }
    }
  }

  /** Who takes both has it if he has named it. */
  private static boolean prefersOpenMetrics(Preferences accept) {
    double open = accept.quality(OPEN_METRICS);
    double text = accept.quality(TEXT);
    return open > text || (open > 0 && open == text && accept.names(OPEN_METRICS));
  }

  private static boolean prefersGzip(Preferences encoding) {
    double gzip = encoding.quality("gzip");
    return gzip > 0 && (!encoding.names("identity") || gzip >= encoding.quality("identity"));
  }

  /** Samples are asked for, and families are chosen. */
  private static @Nullable Set<String> names(String @Nullable [] asked) {
    if (asked == null) {
      return null;
    }
    Set<String> names = new HashSet<>();
    for (String name : asked) {
      names.add(name);
      names.add(SUFFIX.matcher(name).replaceFirst(""));
    }
    return names;
  }
}
