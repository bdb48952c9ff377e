package io.sereno.metrics;

import io.sereno.settings.Settings;

/**
 * Settings of the other places where meters are shown.
 *
 * @param registries {@code sereno.metrics.bridge.registries}: in each Micrometer registry that is a
 *     bean; true by default
 * @param microprofile {@code sereno.metrics.bridge.microprofile}: where the server shows
 *     MicroProfile's metrics; true by default
 */
record BridgeSettings(boolean registries, boolean microprofile) {

  private static final String REGISTRIES = "sereno.metrics.bridge.registries";
  private static final String MICROPROFILE = "sereno.metrics.bridge.microprofile";

  static BridgeSettings read(Settings settings) {
    return new BridgeSettings(settings.flag(REGISTRIES, true), settings.flag(MICROPROFILE, true));
  }
}
