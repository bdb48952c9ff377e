package io.sereno.context;

import io.sereno.settings.Settings;
import java.util.List;

/**
 * Settings of the request context.
 *
 * @param trustedProxies {@code sereno.endpoints.trusted-proxies}: addresses or ranges of the
 *     proxies whose {@code X-Forwarded-For} is believed; none by default
 */
public record ContextSettings(List<Network> trustedProxies) {

  private static final String TRUSTED_PROXIES = "sereno.endpoints.trusted-proxies";

  public ContextSettings {
    trustedProxies = List.copyOf(trustedProxies);
  }

  public static ContextSettings read(Settings settings) {
    return new ContextSettings(settings.list(TRUSTED_PROXIES, Network.REMEDY, Network::parse));
  }
}
