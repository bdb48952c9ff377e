package io.sereno.logging;

import io.sereno.context.Context;
import io.sereno.logging.format.Levels;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * Levels that are set while the application runs, and that revert by themselves when a time is
 * given. Each change is told, those that happen by themselves too. Threads: any.
 */
final class RunTimeLevels {

  /** What the root is called where a name is needed. */
  static final String ROOT = "ROOT";

  private static final int MOST = 1_000;

  private final LoggerLevels levels;
  private final Scheduler scheduler;
  private final Consumer<LevelChange> listener;
  private final Clock clock;
  private final Map<String, Change> changes = new ConcurrentHashMap<>();
  private final Object lock = new Object();

  /** Does something once, after some time; null once everything has stopped. */
  interface Scheduler {
    @Nullable Future<?> after(Duration delay, Runnable task);
  }

  /** A level as it was set; each is another one. */
  private static final class Change {
    private final @Nullable Instant revertsAt;
    private final Context context;
    private @Nullable Future<?> reverting;

    Change(@Nullable Instant revertsAt, Context context) {
      this.revertsAt = revertsAt;
      this.context = context;
    }
  }

  RunTimeLevels(
      LoggerLevels levels, Scheduler scheduler, Consumer<LevelChange> listener, Clock clock) {
    this.levels = levels;
    this.scheduler = scheduler;
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * Sets a level.
   *
   * @param lasts after which time it reverts to what the settings say
   * @return false if there are too many such levels already
   */
  boolean set(String logger, Level level, Optional<Duration> lasts) {
    String name = name(logger);
    Context context = Context.current(); // which asks the server for the user
    LevelChange change;
    synchronized (lock) {
      if (changes.size() >= MOST && !changes.containsKey(name)) {
        return false;
      }
      String before = word(name);
      forget(name);
      levels.set(name, level);
      Change fresh = new Change(lasts.map(clock.instant()::plus).orElse(null), context);
      changes.put(name, fresh);
      lasts.ifPresent(
          time -> fresh.reverting = scheduler.after(time, () -> revert(name, fresh, true)));
      String asked = Levels.word(level.intValue());
      String holds = word(name);
      change =
          new LevelChange(
              shown(name),
              before,
              holds,
              asked.equals(holds) ? Optional.empty() : Optional.of(asked),
              lasts,
              context,
              false);
    }
    listener.accept(change);
    return true;
  }

  /** Goes back to what the settings say. */
  void reset(String logger) {
    String name = name(logger);
    revert(name, changes.get(name), false);
  }

  /** Takes one change back, unless another one has taken its place meanwhile. */
  private void revert(String name, @Nullable Change only, boolean expired) {
    if (only == null) {
      return;
    }
    Context context = expired ? only.context : Context.current();
    LevelChange change;
    synchronized (lock) {
      if (changes.get(name) != only) {
        return;
      }
      String before = word(name);
      forget(name);
      levels.set(name, null);
      change =
          new LevelChange(
              shown(name),
              before,
              word(name),
              Optional.empty(),
              Optional.empty(),
              context,
              expired);
    }
    listener.accept(change);
  }

  private void forget(String name) {
    Change old = changes.remove(name);
    if (old != null && old.reverting != null) {
      old.reverting.cancel(false);
    }
  }

  /** When a level that was set reverts, if it does. */
  Optional<Instant> revertsAt(String logger) {
    Change change = changes.get(name(logger));
    return change == null ? Optional.empty() : Optional.ofNullable(change.revertsAt);
  }

  /** The loggers whose level was set here, the root by its empty name. */
  Set<String> changed() {
    return Set.copyOf(changes.keySet());
  }

  private String word(String name) {
    return Levels.word(levels.effective(name));
  }

  static String name(String shown) {
    return shown.equals(ROOT) ? "" : shown;
  }

  static String shown(String name) {
    return name.isEmpty() ? ROOT : name;
  }
}
