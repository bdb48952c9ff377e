package io.sereno.logging;

import io.sereno.Severity;
import io.sereno.logging.format.Levels;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;

/** The application's loggers and their levels, as they are shown. */
final class LoggerList {

  private static final String BELOW_THE_SERVERS =
      "The server's level of this logger is higher: set a level on a logger below, or name the"
          + " application's in sereno.logging.application-loggers.";

  private final LoggerTree tree;
  private final LoggerLevels levels;
  private final RunTimeLevels runTime;

  LoggerList(LoggerTree tree, LoggerLevels levels, RunTimeLevels runTime) {
    this.tree = tree;
    this.levels = levels;
    this.runTime = runTime;
  }

  RunTimeLevels runTime() {
    return runTime;
  }

  /** All that are configured, were changed or have logged something. */
  JsonObject all() {
    Set<String> names = new TreeSet<>(tree.names());
    names.addAll(runTime.changed());
    JsonObjectBuilder loggers = Json.createObjectBuilder();
    names.forEach(name -> loggers.add(RunTimeLevels.shown(name), one(name)));
    List<String> words = Arrays.stream(Severity.values()).map(Severity::name).toList();
    return Json.createObjectBuilder()
        .add("levels", Json.createArrayBuilder(words).add("OFF"))
        .add("loggers", loggers)
        .build();
  }

  /** One of them, which need not be there yet. */
  JsonObject one(String name) {
    JsonObjectBuilder logger = Json.createObjectBuilder();
    tree.levelSetFor(name)
        .map(Level::intValue)
        .map(Levels::word)
        .ifPresent(word -> logger.add("configuredLevel", word));
    int holds = levels.effective(name);
    logger.add("effectiveLevel", Levels.word(holds));
    if (levels.wanted(name) < holds
        && !Levels.word(levels.wanted(name)).equals(Levels.word(holds))) {
      logger.add("note", BELOW_THE_SERVERS);
    }
    runTime.revertsAt(name).ifPresent(moment -> logger.add("revertsAt", moment.toString()));
    return logger.build();
  }
}
