package io.sereno.audit;

import io.sereno.endpoints.EndpointSettings;
import io.sereno.settings.Settings;

/**
 * Settings of the audit.
 *
 * @param enabled {@code sereno.audit.enabled}: {@code @Audited}, {@code @AuditTrail} and the
 *     endpoint; true by default
 * @param recent {@code sereno.audit.recent}: how many of the last events the endpoint can show; 200
 *     by default, 10,000 at most
 * @param endpoint where the trail is read
 */
public record AuditSettings(boolean enabled, int recent, EndpointSettings endpoint) {

  private static final String ENABLED = "sereno.audit.enabled";
  private static final String RECENT = "sereno.audit.recent";

  public static AuditSettings read(Settings settings) {
    return new AuditSettings(
        settings.flag(ENABLED, true),
        settings.number(RECENT, 200, 1, 10_000),
        EndpointSettings.read(settings, "audit"));
  }
}
