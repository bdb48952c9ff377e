package io.sereno.logging;

import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The handlers of the root logger while the application is deployed; before and after, the
 * server's.
 */
final class RootHandlers {

  private final Logger root;
  private final Handler ours;
  private List<Handler> taken = List.of();
  private @Nullable Level levelBefore;

  RootHandlers(Logger root, Handler ours) {
    this.root = root;
    this.ours = ours;
  }

  /** Stands beside the server's handlers. */
  void join() {
    root.addHandler(ours);
  }

  /** Takes the place of the server's handlers, and sets the level of the server's root logger. */
  void takeOver(Level level) {
    taken = Arrays.stream(root.getHandlers()).filter(RootHandlers::isTheServers).toList();
    root.addHandler(ours);
    taken.forEach(root::removeHandler);
    levelBefore = root.getLevel();
    root.setLevel(level);
  }

  /** Gives everything back. */
  void leave() {
    taken.forEach(root::addHandler);
    taken = List.of();
    if (levelBefore != null) {
      root.setLevel(levelBefore);
      levelBefore = null;
    }
    root.removeHandler(ours);
  }

  /**
   * Another application's handler of this class leaves with its application, and is not ours to
   * keep.
   */
  private static boolean isTheServers(Handler handler) {
    return !handler.getClass().getName().equals(StandardOutputHandler.class.getName());
  }
}
