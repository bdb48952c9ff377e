package io.sereno.logging;

import io.sereno.logging.LoggingSettings.Scope;
import io.sereno.logging.format.LoggerNames;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The levels that one application wants, kept the same in its own view of the loggers and, as far
 * as they are asked for there, on the server's. Threads: any.
 */
final class LoggerLevels {

  private static final String ROOT = "";

  private final LoggerTree tree;
  private final ServerLoggers server;
  private final Scope scope;
  private final List<String> applicationLoggers;

  LoggerLevels(LoggerTree tree, ServerLoggers server, LoggingSettings settings) {
    this.tree = tree;
    this.server = server;
    this.scope = settings.scope();
    this.applicationLoggers = settings.applicationLoggers();
  }

  /** Asks for what the settings say. */
  void ask() {
    tree.configuredNames().forEach(this::ask);
  }

  /** Sets a level at run time; null goes back to what the settings say. */
  void set(String logger, @Nullable Level level) {
    tree.override(logger, level);
    ask(logger);
  }

  private void ask(String logger) {
    if (logger.equals(ROOT)) {
      askForAll();
      return;
    }
    Optional<Level> wanted = tree.levelSetFor(logger);
    if (wanted.isPresent()) {
      server.claim(logger, wanted.get());
    } else if (applicationLoggers.contains(logger)) {
      server.claim(logger, tree.level(logger));
    } else {
      server.release(logger);
    }
  }

  /**
   * The server's root is not ours in the scope of an application: only loggers known to be the
   * application's can have its root's level.
   */
  private void askForAll() {
    if (scope == Scope.SERVER) {
      server.claim(ROOT, tree.level(ROOT));
    }
    applicationLoggers.stream()
        .filter(logger -> tree.levelSetFor(logger).isEmpty())
        .forEach(logger -> server.claim(logger, tree.level(logger)));
  }

  /** From which level on the records of a logger are written, as things are. */
  int effective(String logger) {
    return Math.max(wanted(logger), servers(logger));
  }

  /** From which level on the application wants them, which the server's levels may prevent. */
  int wanted(String logger) {
    return tree.resolve(logger).level();
  }

  /** The level of the logger itself or, as java.util.logging inherits them, of one above it. */
  private static int servers(String logger) {
    for (String name = logger; ; name = LoggerNames.parent(name)) {
      Logger known = LogManager.getLogManager().getLogger(name);
      if (known != null && known.getLevel() != null) {
        return known.getLevel().intValue();
      }
      if (name.isEmpty()) {
        return Level.INFO.intValue();
      }
    }
  }
}
