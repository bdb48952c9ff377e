package io.sereno.context;

import io.sereno.settings.Settings;
import java.util.List;

/**
 * Settings of the context.
 *
 * @param enabled {@code sereno.context.enabled}: requests, messages and other work have a context;
 *     true by default
 * @param trustedProxies {@code sereno.endpoints.trusted-proxies}: addresses or ranges of the
 *     proxies whose {@code X-Forwarded-For} is believed; none by default
 * @param propagate {@code sereno.context.propagate}: the hosts that outgoing calls tell the
 *     context; all by default
 * @param messageUser {@code sereno.context.message-user}: whether the user whom a message names is
 *     believed; false by default
 */
public record ContextSettings(
    boolean enabled,
    List<Network> trustedProxies,
    List<HostPattern> propagate,
    boolean messageUser) {

  /** Where nobody has set anything. */
  static final ContextSettings DEFAULT =
      new ContextSettings(true, List.of(), List.of(HostPattern.ANY), false);

  private static final String ENABLED = "sereno.context.enabled";
  private static final String PROPAGATE = "sereno.context.propagate";
  private static final String MESSAGE_USER = "sereno.context.message-user";
  private static final String TRUSTED_PROXIES = "sereno.endpoints.trusted-proxies";

  public ContextSettings {
    trustedProxies = List.copyOf(trustedProxies);
    propagate = List.copyOf(propagate);
  }

  public static ContextSettings read(Settings settings) {
    return new ContextSettings(
        settings.flag(ENABLED, DEFAULT.enabled),
        settings.list(TRUSTED_PROXIES, Network.REMEDY, Network::parse),
        settings.list(PROPAGATE, DEFAULT.propagate, HostPattern.REMEDY, HostPattern::parse),
        settings.flag(MESSAGE_USER, DEFAULT.messageUser));
  }
}
