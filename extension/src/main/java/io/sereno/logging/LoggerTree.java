package io.sereno.logging;

import io.sereno.logging.format.LoggerNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * One application's own view of all loggers: from which level on the records of each are written,
 * and by which handlers. It has nothing to do with what other applications or the server make of
 * the same loggers. Threads: any.
 */
final class LoggerTree {

  private static final String ROOT = "";
  private static final int MOST_KNOWN = 10_000;

  /**
   * What becomes of one logger's records.
   *
   * @param level the least that is written
   * @param handlers those that write, each once
   * @param sereno whether the logger is one of Sereno's
   */
  record Route(int level, List<Handler> handlers, boolean sereno) {}

  /** One configured logger; the root is the one without a name. */
  record Node(Optional<Level> level, List<Handler> handlers, boolean propagate) {}

  private static final Route NOWHERE = new Route(Level.OFF.intValue(), List.of(), false);

  private final Map<String, Node> nodes;
  private final Set<String> disabled;
  private final Map<String, Level> overrides = new ConcurrentHashMap<>();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private volatile Map<String, Route> routes = new ConcurrentHashMap<>();

  /**
   * Makes the tree.
   *
   * @param nodes by logger name; the root is there and has a level
   * @param disabled loggers that are silent
   */
  LoggerTree(Map<String, Node> nodes, Set<String> disabled) {
    this.nodes = Map.copyOf(nodes);
    this.disabled = Set.copyOf(disabled);
  }

  Route route(String logger) {
    Map<String, Route> known = routes;
    Route route = known.get(logger);
    if (route == null) {
      route = resolve(logger);
      if (known.size() < MOST_KNOWN) { // names may come from anywhere
        known.put(logger, route);
      }
      if (seen.size() < MOST_KNOWN) {
        seen.add(logger);
      }
    }
    return route;
  }

  /** As {@link #route}, for who only looks: the logger has not logged anything by that. */
  Route resolve(String logger) {
    if (disabled.contains(logger) && !overrides.containsKey(logger)) {
      return NOWHERE;
    }
    return new Route(
        level(logger).intValue(),
        handlers(logger),
        LoggerNames.isAtOrBelow(logger, List.of(LoggerNames.OURS)));
  }

  /** From which level on the application wants the records of a logger. */
  Level level(String logger) {
    for (String name = logger; ; name = LoggerNames.parent(name)) {
      Optional<Level> level = levelSetFor(name);
      if (level.isPresent()) {
        return level.get();
      }
      if (name.isEmpty()) {
        return Level.INFO;
      }
    }
  }

  /** The level that was set for just this logger, at run time or before. */
  Optional<Level> levelSetFor(String logger) {
    Level override = overrides.get(logger);
    return override != null ? Optional.of(override) : configured(logger);
  }

  private Optional<Level> configured(String logger) {
    Node node = nodes.get(logger);
    return node == null ? Optional.empty() : node.level();
  }

  private List<Handler> handlers(String logger) {
    List<Handler> handlers = new ArrayList<>();
    for (String name = logger; ; name = LoggerNames.parent(name)) {
      Node node = nodes.get(name);
      if (node != null) {
        node.handlers().stream().filter(h -> !handlers.contains(h)).forEach(handlers::add);
      }
      if (name.equals(ROOT) || (node != null && !node.propagate())) {
        return List.copyOf(handlers);
      }
    }
  }

  /** Sets a level at run time; null takes it back. */
  void override(String logger, @Nullable Level level) {
    if (level == null) {
      overrides.remove(logger);
    } else {
      overrides.put(logger, level);
    }
    routes = new ConcurrentHashMap<>();
  }

  /** The loggers that the settings name, the root among them. */
  Set<String> configuredNames() {
    return nodes.keySet();
  }

  /** The loggers that have a level of their own or have written something. */
  Set<String> names() {
    Set<String> names = new TreeSet<>(nodes.keySet());
    names.addAll(overrides.keySet());
    names.addAll(seen);
    return names;
  }
}
