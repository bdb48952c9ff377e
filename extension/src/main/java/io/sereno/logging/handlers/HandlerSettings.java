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
 *     another that tells how many there were; {@code none}, not done, by default
 */
public record HandlerSettings(Level level, FilterSettings filter, Optional<Duration> collapse) {

  private static final String LEVEL = "level";
  private static final String FILTER = "filter";
  private static final String COLLAPSE = "collapse";

  public static HandlerSettings read(Settings settings) {
    return new HandlerSettings(
        settings.value(LEVEL, Level.ALL, Levels.REMEDY, Levels::parse),
        FilterSettings.read(settings.under(FILTER)),
        collapse(settings));
  }

  private static Optional<Duration> collapse(Settings settings) {
    boolean none = settings.text(COLLAPSE).filter("none"::equalsIgnoreCase).isPresent();
    return none
        ? Optional.empty()
        : Optional.of(settings.duration(COLLAPSE, Duration.ZERO)).filter(time -> !time.isZero());
  }
}
