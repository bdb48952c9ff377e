package io.sereno.logging;

import java.time.Duration;
import java.util.Optional;

/**
 * A logger's level was changed at run time.
 *
 * @param logger its name, {@code ROOT} for the root
 * @param before the level until now, in the guide's words
 * @param after the level that holds from now on
 * @param asked the level that was asked for, if another one holds: the server's may not let more
 *     through
 * @param lasts after which time it reverts by itself, if it does
 */
public record LevelChange(
    String logger, String before, String after, Optional<String> asked, Optional<Duration> lasts) {

  /** In words: {@code logger=com.acme level=DEBUG before=INFO for=PT10M}. */
  @Override
  public String toString() {
    return "logger="
        + logger
        + " level="
        + after
        + " before="
        + before
        + asked.map(level -> " asked=" + level).orElse("")
        + lasts.map(duration -> " for=" + duration).orElse("");
  }
}
