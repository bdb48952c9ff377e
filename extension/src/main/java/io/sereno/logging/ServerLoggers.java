package io.sereno.logging;

import io.sereno.logging.format.LoggerNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What one application has changed of the loggers that all applications of a server share, and how
 * it was before.
 *
 * <p>Several applications may want something of the same logger, each with classes of its own. They
 * find each other by the handlers that they have on the root logger, and read of each other what
 * any class can read: a map of the JDK's. A logger's own level is never raised above the one that
 * was found: applications that ask for nothing, and the server, go on reading what they read. Of
 * those that ask, for a logger or for one above it, the least level holds; the last one to leave
 * gives back what the first one found. Threads: any.
 */
final class ServerLoggers {

  private static final String ROOT = "";

  /** Shared by all applications of this virtual machine, whatever classes they have. */
  private static final Object LOCK = "io.sereno.logging.ServerLoggers".intern();

  private final Handler ours;
  private final Logger root;
  private final Map<String, Object> claims = new ConcurrentHashMap<>();
  private final Map<String, Logger> held = new HashMap<>();
  private boolean left;

  /**
   * Keeps an eye on the root logger.
   *
   * @param ours the handler that stands for this application, a {@code Supplier} of {@link #claims}
   */
  ServerLoggers(Logger root, Handler ours) {
    this.root = root;
    this.ours = ours;
  }

  /** By logger, each {@link Claim} as it travels. Written under the lock, by the others too. */
  Map<String, Object> claims() {
    return claims;
  }

  /** Stands beside what is there. */
  void join() {
    synchronized (LOCK) {
      if (!left) {
        root.addHandler(ours);
      }
    }
  }

  /** Takes the place of the server's handlers, for this application and those that do the same. */
  void takeOver(Level level) {
    synchronized (LOCK) {
      if (left) {
        return;
      }
      claim(ROOT, level);
      Set<Handler> taken = new LinkedHashSet<>();
      others()
          .forEach(theirs -> claim(theirs, ROOT).flatMap(Claim::taken).ifPresent(taken::addAll));
      for (Handler handler : root.getHandlers()) {
        if (Claim.of(handler) == null) {
          taken.add(handler);
        }
      }
      root.addHandler(ours);
      taken.forEach(root::removeHandler);
      claim(claims, ROOT)
          .ifPresent(own -> claims.put(ROOT, own.taking(List.copyOf(taken)).written()));
    }
  }

  /**
   * Asks for a level; after leaving, for nothing. Configured loggers are held: java.util.logging
   * would forget them.
   */
  void claim(String name, Level level) {
    synchronized (LOCK) {
      if (left) {
        return;
      }
      Logger logger = held.computeIfAbsent(name, this::logger);
      changing(name, () -> claims.put(name, asked(name, level, logger).written()));
      logger.setLevel(wanted(name));
    }
  }

  private Logger logger(String name) {
    return name.equals(ROOT) ? root : Logger.getLogger(name);
  }

  private Claim asked(String name, Level level, Logger logger) {
    return anyClaim(name)
        .map(known -> new Claim(level, known.before(), known.found(), ownTaken(name)))
        .orElseGet(() -> new Claim(level, logger.getLevel(), found(name), Optional.empty()));
  }

  private Optional<List<Handler>> ownTaken(String name) {
    return claim(claims, name).flatMap(Claim::taken);
  }

  /** The level that held for a logger before any application asked for one. */
  private Level found(String name) {
    for (String at = name; ; at = LoggerNames.parent(at)) {
      Optional<Claim> claimed = anyClaim(at);
      Level level = claimed.isPresent() ? claimed.get().before() : levelNow(at);
      if (level != null) {
        return level;
      }
      if (at.equals(ROOT)) {
        return Level.INFO;
      }
    }
  }

  private @Nullable Level levelNow(String name) {
    Logger known = name.equals(ROOT) ? root : LogManager.getLogManager().getLogger(name);
    return known == null ? null : known.getLevel();
  }

  /** Asks no longer. */
  void release(String name) {
    synchronized (LOCK) {
      Optional<Claim> own = claim(claims, name);
      Logger logger = held.remove(name);
      if (own.isEmpty() || logger == null) {
        return;
      }
      boolean asWeSetIt = wanted(name).equals(logger.getLevel());
      changing(name, () -> claims.remove(name));
      if (asWeSetIt) { // else somebody else has set it since, and knows why
        logger.setLevel(anyClaim(name).isEmpty() ? own.get().before() : wanted(name));
      }
    }
  }

  /** Changes a claim, and the levels of claimed loggers below that depend on it. */
  private void changing(String name, Runnable change) {
    Map<String, Level> before = new TreeMap<>();
    for (Map<String, Object> application : applications()) {
      for (String below : application.keySet()) {
        if (!below.equals(name) && LoggerNames.isAtOrBelow(below, List.of(name))) {
          before.put(below, wanted(below));
        }
      }
    }
    change.run();
    before.forEach(
        (below, was) -> {
          Logger logger = logger(below);
          if (was.equals(logger.getLevel())) {
            logger.setLevel(wanted(below));
          }
        });
  }

  /** The least level that anybody wants of a claimed logger, those included that ask for none. */
  private Level wanted(String name) {
    Level least = anyClaim(name).map(Claim::found).orElse(Level.INFO);
    for (Map<String, Object> application : applications()) {
      Level asked = nearest(application, name).map(Claim::asked).orElse(least);
      least = asked.intValue() < least.intValue() ? asked : least;
    }
    return least;
  }

  private static Optional<Claim> nearest(Map<String, Object> application, String name) {
    for (String at = name; ; at = LoggerNames.parent(at)) {
      Optional<Claim> claim = claim(application, at);
      if (claim.isPresent() || at.equals(ROOT)) {
        return claim;
      }
    }
  }

  /** Gives everything back, for good. */
  void leave() {
    synchronized (LOCK) {
      left = true;
      ownTaken(ROOT).ifPresent(this::giveBack);
      List.copyOf(claims.keySet()).forEach(this::release);
      root.removeHandler(ours);
    }
  }

  /** To the root, or to an application that is still in the place of the server's handlers. */
  private void giveBack(List<Handler> taken) {
    for (Map<String, Object> theirs : others()) {
      Optional<Claim> taker = claim(theirs, ROOT).filter(claim -> claim.taken().isPresent());
      if (taker.isPresent()) {
        Set<Handler> all = new LinkedHashSet<>(taken);
        taker.get().taken().ifPresent(all::addAll);
        theirs.put(ROOT, taker.get().taking(List.copyOf(all)).written());
        return;
      }
    }
    taken.forEach(root::addHandler);
  }

  /**
   * Whether a record that is not this application's is for it to write all the same: it belongs to
   * no other, and this is the first that took the root over. Asked for every such record.
   */
  boolean writes(LogRecord record) {
    boolean firstTaker = false;
    boolean takerSeen = false;
    for (Handler handler : root.getHandlers()) {
      Map<String, Object> theirs = Claim.of(handler);
      if (theirs == null) {
        continue;
      }
      if (!takerSeen && Claim.tookHandlers(theirs.get(ROOT))) {
        takerSeen = true;
        firstTaker = handler == ours;
      }
      if (handler != ours
          && handler.getFilter() != null
          && handler.getFilter().isLoggable(record)) {
        return false;
      }
    }
    return firstTaker;
  }

  private Optional<Claim> anyClaim(String name) {
    for (Map<String, Object> application : applications()) {
      Optional<Claim> claim = claim(application, name);
      if (claim.isPresent()) {
        return claim;
      }
    }
    return Optional.empty();
  }

  private static Optional<Claim> claim(Map<String, Object> application, String name) {
    return Claim.read(application.get(name));
  }

  private Collection<Map<String, Object>> applications() {
    List<Map<String, Object>> all = others();
    all.add(claims);
    return all;
  }

  private List<Map<String, Object>> others() {
    List<Map<String, Object>> found = new ArrayList<>();
    for (Handler handler : root.getHandlers()) {
      Map<String, Object> theirs = handler == ours ? null : Claim.of(handler);
      if (theirs != null) {
        found.add(theirs);
      }
    }
    return found;
  }
}
