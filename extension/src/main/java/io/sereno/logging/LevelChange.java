package io.sereno.logging;

import io.sereno.context.Context;
import io.sereno.logging.format.Levels;
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
 * @param context who asked for it, now or, if it has just expired, then
 * @param expired whether it happened by itself
 */
public record LevelChange(
    String logger,
    String before,
    String after,
    Optional<String> asked,
    Optional<Duration> lasts,
    Context context,
    boolean expired) {

  /**
   * The event's name in OWASP's logging vocabulary.
   *
   * @see <a
   *     href="https://cheatsheetseries.owasp.org/cheatsheets/Logging_Vocabulary_Cheat_Sheet.html">OWASP</a>
   */
  public String action() {
    boolean tellsLess = Levels.parse(after).intValue() > Levels.parse(before).intValue();
    return tellsLess ? "sys_monitor_disabled" : "sys_monitor_enabled";
  }

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
        + lasts.map(duration -> " for=" + duration).orElse("")
        + (expired ? " because=expired" : "");
  }
}
