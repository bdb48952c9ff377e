package io.sereno.metrics;

import io.sereno.endpoints.EndpointSettings;
import io.sereno.settings.Settings;

/**
 * Settings of metrics.
 *
 * @param enabled {@code sereno.metrics.enabled}: meters, {@code @Timed} and the endpoint; true by
 *     default
 * @param endpoint where the scrape is answered
 */
public record MetricsSettings(boolean enabled, EndpointSettings endpoint) {

  private static final String ENABLED = "sereno.metrics.enabled";

  public static MetricsSettings read(Settings settings) {
    return new MetricsSettings(
        settings.flag(ENABLED, true), EndpointSettings.read(settings, "metrics"));
  }
}
