package io.sereno.endpoints;

import io.sereno.settings.Settings;
import java.util.List;

/**
 * Settings of one endpoint, named by the feature it belongs to.
 *
 * @param name the feature
 * @param path {@code sereno.<feature>.path}: below the context root; {@code /sereno/<feature>} by
 *     default
 * @param access {@code sereno.<feature>.access}: {@code closed} (the door decides) or {@code
 *     public}; closed by default
 * @param roles {@code sereno.<feature>.roles}: the roles for this endpoint in the place of {@code
 *     sereno.endpoints.roles}; those by default
 */
public record EndpointSettings(String name, String path, Access access, List<String> roles) {

  /** Who may come in. */
  public enum Access {
    CLOSED,
    PUBLIC
  }

  public EndpointSettings {
    roles = List.copyOf(roles);
  }

  public static EndpointSettings read(Settings settings, String feature) {
    String prefix = "sereno." + feature;
    return new EndpointSettings(
        feature,
        settings.path(prefix + ".path", "/sereno/" + feature),
        settings.choice(prefix + ".access", Access.CLOSED),
        settings.list(prefix + ".roles"));
  }
}
