package io.sereno.metrics;

import io.sereno.endpoints.EndpointSettings;
import io.sereno.settings.Settings;

/**
 * Settings of metrics.
 *
 * @param enabled {@code sereno.metrics.enabled}: meters, {@code @Timed} and the endpoint; true by
 *     default
 * @param endpoint where the scrape is answered
 * @param exemplars {@code sereno.metrics.exemplars}: measurements remember a trace in which they
 *     were taken; true by default
 * @param requests what is measured of requests
 * @param limits how many series a meter may have
 * @param jvm {@code sereno.metrics.jvm.enabled}: the virtual machine and its process are measured;
 *     true by default
 * @param caches {@code sereno.metrics.caches.enabled}: caches with JCache's statistics are
 *     measured; true by default
 * @param executors {@code sereno.metrics.executors.enabled}: the server's managed executors are
 *     measured, as far as it tells; true by default
 * @param global {@code sereno.metrics.global.enabled}: what the application measures by
 *     Micrometer's global registry is scraped, too; true by default
 * @param bridges where else meters are shown
 */
public record MetricsSettings(
    boolean enabled,
    EndpointSettings endpoint,
    boolean exemplars,
    RequestSettings requests,
    SeriesLimits limits,
    boolean jvm,
    boolean caches,
    boolean executors,
    boolean global,
    BridgeSettings bridges) {

  private static final String ENABLED = "sereno.metrics.enabled";
  private static final String EXEMPLARS = "sereno.metrics.exemplars";
  private static final String CACHES = "sereno.metrics.caches.enabled";
  private static final String EXECUTORS = "sereno.metrics.executors.enabled";
  private static final String GLOBAL = "sereno.metrics.global.enabled";
  private static final String JVM = "sereno.metrics.jvm.enabled";

  public static MetricsSettings read(Settings settings) {
    return new MetricsSettings(
        settings.flag(ENABLED, true),
        EndpointSettings.read(settings, "metrics"),
        settings.flag(EXEMPLARS, true),
        RequestSettings.read(settings),
        SeriesLimits.read(settings),
        settings.flag(JVM, true),
        settings.flag(CACHES, true),
        settings.flag(EXECUTORS, true),
        settings.flag(GLOBAL, true),
        BridgeSettings.read(settings));
  }
}
