package io.sereno.logging.handlers;

import io.sereno.logging.format.Levels;
import io.sereno.settings.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;

/**
 * Settings that all handlers have.
 *
 * @param level {@code level}: what matters less is not written; everything by default
 * @param filter {@code filter.*}
 * @param collapse {@code collapse}: records that say the same within this time are one line, and
 *     another that tells how many there were; not done by default
 */
public record HandlerSettings(Level level, FilterSettings filter, Optional<Duration> collapse) {

  private static final String LEVEL = "level";
  private static final String FILTER = "filter";
  private static final String COLLAPSE = "collapse";

  public static HandlerSettings read(Settings settings) {
    Duration none = Duration.ZERO;
    return new HandlerSettings(
        settings.value(LEVEL, Level.ALL, Levels.REMEDY, Levels::parse),
        FilterSettings.read(settings.under(FILTER)),
        Optional.of(settings.duration(COLLAPSE, none)).filter(window -> !window.isZero()));
  }
}
