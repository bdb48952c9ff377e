package io.sereno.logging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What one application has changed of the loggers that all applications of a server share, and how
 * it was before.
 *
 * <p>Several applications may want something of the same logger, each with classes of its own. They
 * find each other by the handlers that they have on the root logger, and read of each other what
 * any class can read: a map of the JDK's. On a logger that several ask for, the least level holds;
 * the last one to leave gives back what the first one found. Threads: any.
 */
final class ServerLoggers {

  private static final String ROOT = "";

  /** Shared by all applications of this virtual machine, whatever classes they have. */
  private static final Object LOCK = "io.sereno.logging.ServerLoggers".intern();

  private final Handler ours;
  private final Logger root;
  private final Map<String, Object[]> claims = new ConcurrentHashMap<>();
  private final Map<String, Logger> held = new HashMap<>();

  /**
   * Keeps an eye on the root logger.
   *
   * @param ours the handler that stands for this application, a {@code Supplier} of {@link #claims}
   */
  ServerLoggers(Logger root, Handler ours) {
    this.root = root;
    this.ours = ours;
  }

  /**
   * By logger: the level asked for, the level that was there before any application asked, and for
   * the root the handlers that were taken from it, if they were. Written under the lock.
   */
  Map<String, Object[]> claims() {
    return claims;
  }

  /** Stands beside what is there. */
  void join() {
    root.addHandler(ours);
  }

  /** Takes the place of the server's handlers, for this application and those that do the same. */
  void takeOver(Level level) {
    synchronized (LOCK) {
      claim(ROOT, level);
      List<Object[]> others = others(ROOT);
      List<Handler> taken = new ArrayList<>();
      others.stream().filter(o -> o[2] != null).findFirst().ifPresent(o -> taken.addAll(taken(o)));
      Arrays.stream(root.getHandlers()).filter(h -> claimsOf(h) == null).forEach(taken::add);
      root.addHandler(ours);
      taken.forEach(root::removeHandler);
      Object[] own = asked(ROOT, level, root);
      own[2] = taken;
      claims.put(ROOT, own);
    }
  }

  @SuppressWarnings("unchecked")
  private static List<Handler> taken(Object[] claim) {
    return (List<Handler>) claim[2];
  }

  /** Asks for a level. Configured loggers are held: java.util.logging would forget them. */
  void claim(String name, Level level) {
    synchronized (LOCK) {
      Logger logger = held.computeIfAbsent(name, this::logger);
      claims.put(name, asked(name, level, logger));
      logger.setLevel(least(name));
    }
  }

  private Logger logger(String name) {
    return name.equals(ROOT) ? root : Logger.getLogger(name);
  }

  private Object[] asked(String name, Level level, Logger logger) {
    Object[] own = claims.get(name);
    if (own != null) {
      return new Object[] {level, own[1], own[2]};
    }
    List<Object[]> others = others(name);
    return new Object[] {level, others.isEmpty() ? logger.getLevel() : others.get(0)[1], null};
  }

  /** Asks no longer. */
  void release(String name) {
    synchronized (LOCK) {
      Object[] own = claims.get(name);
      Logger logger = held.remove(name);
      if (own == null || logger == null) {
        return;
      }
      boolean asWeSetIt = least(name).equals(logger.getLevel());
      claims.remove(name);
      if (asWeSetIt) { // else somebody else has set it since, and knows why
        logger.setLevel(others(name).isEmpty() ? (Level) own[1] : least(name));
      }
    }
  }

  private Level least(String name) {
    List<Level> asked = new ArrayList<>();
    others(name).forEach(claim -> asked.add((Level) claim[0]));
    Object[] own = claims.get(name);
    if (own != null) {
      asked.add((Level) own[0]);
    }
    return asked.stream().min(Comparator.comparingInt(Level::intValue)).orElse(Level.INFO);
  }

  /** Gives everything back. */
  void leave() {
    synchronized (LOCK) {
      Object[] rootClaim = claims.get(ROOT);
      if (rootClaim != null && rootClaim[2] != null) {
        boolean last = others(ROOT).stream().allMatch(other -> other[2] == null);
        if (last) {
          taken(rootClaim).forEach(root::addHandler);
        }
      }
      List.copyOf(claims.keySet()).forEach(this::release);
      root.removeHandler(ours);
    }
  }

  /** Whether this application writes what belongs to none: the first that took the root over. */
  boolean writesForAll() {
    for (Handler handler : root.getHandlers()) {
      Map<String, Object[]> theirs = claimsOf(handler);
      if (theirs != null) {
        Object[] rootClaim = theirs.get(ROOT);
        if (rootClaim != null && rootClaim[2] != null) {
          return handler == ours;
        }
      }
    }
    return false;
  }

  /** The handlers of other applications with Sereno. */
  List<Handler> otherApplications() {
    return Arrays.stream(root.getHandlers())
        .filter(handler -> handler != ours && claimsOf(handler) != null)
        .toList();
  }

  private List<Object[]> others(String name) {
    List<Object[]> found = new ArrayList<>();
    for (Handler handler : otherApplications()) {
      Map<String, Object[]> theirs = claimsOf(handler);
      if (theirs != null && theirs.get(name) != null) {
        found.add(theirs.get(name));
      }
    }
    return found;
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Map<String, Object[]> claimsOf(Handler handler) {
    return handler.getClass().getName().equals(ApplicationHandler.class.getName())
        ? ((Supplier<Map<String, Object[]>>) handler).get()
        : null;
  }
}
