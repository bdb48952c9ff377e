package io.sereno.health;

import io.sereno.endpoints.EndpointSettings;
import io.sereno.settings.Settings;
import java.time.Duration;
import java.util.List;

/**
 * Settings of health.
 *
 * @param enabled {@code sereno.health.enabled}: checks and the endpoint; true by default
 * @param databases {@code sereno.health.databases}: JNDI names of the data sources to check; by
 *     default those of the persistence units in {@code META-INF/persistence.xml}
 * @param timeout {@code sereno.health.timeout}: how long a driver may take to validate a
 *     connection, in whole seconds, at least one; 2s by default
 * @param endpoint where health is answered
 */
public record HealthSettings(
    boolean enabled, List<String> databases, Duration timeout, EndpointSettings endpoint) {

  private static final String ENABLED = "sereno.health.enabled";
  private static final String DATABASES = "sereno.health.databases";
  private static final String TIMEOUT = "sereno.health.timeout";

  public HealthSettings {
    databases = List.copyOf(databases);
  }

  public static HealthSettings read(Settings settings) {
    return new HealthSettings(
        settings.flag(ENABLED, true),
        settings.list(DATABASES),
        settings.duration(TIMEOUT, Duration.ofSeconds(2)),
        EndpointSettings.read(settings, "health"));
  }
}
