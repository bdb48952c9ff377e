package io.sereno.endpoints;

import io.sereno.context.Network;
import io.sereno.settings.Settings;
import java.util.List;
import java.util.Optional;

/**
 * Settings of the door, for all endpoints. With none of them set every endpoint is closed.
 *
 * @param token {@code sereno.endpoints.token}: lets in who sends it as {@code Authorization:
 *     Bearer} or {@code X-Sereno-Token}; none by default
 * @param roles {@code sereno.endpoints.roles}: lets in users in one of these roles; none by default
 * @param allow {@code sereno.endpoints.allow}: lets in direct peers with these addresses or ranges;
 *     none by default
 */
public record DoorSettings(Optional<String> token, List<String> roles, List<Network> allow) {

  private static final String TOKEN = "sereno.endpoints.token";
  private static final String ROLES = "sereno.endpoints.roles";
  private static final String ALLOW = "sereno.endpoints.allow";

  public DoorSettings {
    roles = List.copyOf(roles);
    allow = List.copyOf(allow);
  }

  public static DoorSettings read(Settings settings) {
    return new DoorSettings(
        settings.text(TOKEN),
        settings.list(ROLES),
        settings.list(ALLOW, Network.REMEDY, Network::parse));
  }
}
