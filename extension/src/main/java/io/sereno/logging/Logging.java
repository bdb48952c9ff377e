package io.sereno.logging;

import io.sereno.Logged;
import io.sereno.endpoints.Door;
import io.sereno.endpoints.Endpoint;
import io.sereno.endpoints.EndpointSettings;
import io.sereno.figures.Failures;
import io.sereno.figures.Figures;
import io.sereno.invocation.BeanMethod;
import io.sereno.invocation.CallObserver;
import io.sereno.logging.LoggerTree.Node;
import io.sereno.logging.LoggingSettings.Scope;
import io.sereno.logging.format.FormatterContext;
import io.sereno.logging.format.LoggerNames;
import io.sereno.redaction.Redactor;
import io.sereno.settings.Settings;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** The logging of one application: its loggers, handlers and formatters, and {@code @Logged}. */
public final class Logging implements CallObserver.Factory {

  private final LoggingSettings logging;
  private final Outlets outlets;
  private final ApplicationHandler application;
  private final LoggerTree tree;
  private final LoggerLevels levels;
  private final RunTimeLevels runTime;
  private final Housekeeping housekeeping = new Housekeeping();
  private final Failures failures;
  private final Redactor redactor;
  private final OwedStackTraces owedStackTraces = new OwedStackTraces();

  /**
   * What logging is given by the rest.
   *
   * @param application the class loader whose records are the application's
   * @param levelChanges is told of levels that are set at run time
   */
  public record Surroundings(
      Redactor redactor,
      Figures figures,
      ClassLoader application,
      Consumer<LevelChange> levelChanges) {}

  /** The logging that the settings want; nothing if it is switched off. */
  public static Optional<Logging> read(Settings settings, Surroundings around) {
    return LoggingSettings.enabled(settings)
        ? Optional.of(new Logging(settings, around))
        : Optional.empty();
  }

  private Logging(Settings settings, Surroundings around) {
    Logger root = Logger.getLogger("");
    this.logging = LoggingSettings.read(settings);
    Dictionary dictionary =
        new Dictionary(settings, formatters(settings, around), around.application());
    logging.warnOfProduction(settings, dictionary);
    logging.warnOfServersLevel(settings, root.getLevel());

    this.failures = around.figures().failures();
    this.redactor = around.redactor();
    this.outlets = new Outlets(dictionary.usedHandlers(), around.figures());
    this.tree = new LoggerTree(nodes(dictionary), disabled(dictionary));
    this.application =
        new ApplicationHandler(
            root,
            tree,
            logging.scope(),
            new OwnRecords(around.application(), logging.applicationLoggers()),
            outlets.all(),
            new RecordCounts(around.figures()));
    this.levels = new LoggerLevels(tree, application.server(), logging);
    this.runTime =
        new RunTimeLevels(levels, housekeeping, around.levelChanges(), Clock.systemUTC());
  }

  private FormatterContext formatters(Settings settings, Surroundings around) {
    return new FormatterContext(
        around.redactor(),
        logging.maxLine(),
        logging.environment(),
        FormatterContext.schemas(around.application(), settings),
        around
            .figures()
            .counter("sereno.logging.cut", "Lines of which something was cut", Map.of()),
        true);
  }

  private Map<String, Node> nodes(Dictionary dictionary) {
    Map<String, Node> nodes = new HashMap<>();
    dictionary
        .loggers()
        .forEach(
            (name, own) ->
                nodes.put(
                    name, new Node(own.level(), outlets.named(own.handlers()), own.propagate())));
    nodes.put(
        "",
        new Node(
            Optional.of(logging.rootLevel()), outlets.named(dictionary.rootHandlers()), false));
    return nodes;
  }

  /** The loggers that are there already and nowhere named: not even by one above them. */
  private Set<String> disabled(Dictionary dictionary) {
    if (!logging.disableExisting()) {
      return Set.of();
    }
    Set<String> named = new HashSet<>(dictionary.loggers().keySet());
    named.add(LoggerNames.OURS);
    Set<String> existing =
        new HashSet<>(Collections.list(LogManager.getLogManager().getLoggerNames()));
    existing.removeIf(name -> name.isEmpty() || LoggerNames.isAtOrBelow(name, named));
    return existing;
  }

  /** The page of the loggers' levels. */
  public Endpoint endpoint(EndpointSettings endpoint, Door door) {
    return new LoggersEndpoint(endpoint, door, failures, new LoggerList(tree, levels, runTime));
  }

  /** Begins to write. */
  public void start() {
    if (logging.scope() == Scope.SERVER) {
      application.server().takeOver(logging.rootLevel());
    } else {
      application.server().join();
    }
    levels.ask();
    if (outlets.areTended()) {
      housekeeping.everySecond(outlets::tend);
    }
  }

  /** Gives the server's loggers back as they were. Nothing is done in our own time after that. */
  public void stop() {
    housekeeping.stop();
    application.server().leave();
    outlets.close();
  }

  @Override
  public CallObserver observe(BeanMethod method, Settings settings) {
    return method
        .annotation(Logged.class)
        .filter(logged -> settings.flag(method.key(settings, Logged.class, "enabled"), true))
        .map(logged -> LoggedSettings.read(logged, method, settings))
        .<CallObserver>map(
            own -> new LoggedCalls(own, new CallRecords(method, own, redactor), owedStackTraces))
        .orElse(CallObserver.noop());
  }
}
