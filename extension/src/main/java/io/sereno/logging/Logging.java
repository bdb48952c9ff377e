package io.sereno.logging;

import io.sereno.Logged;
import io.sereno.endpoints.Door;
import io.sereno.endpoints.Endpoint;
import io.sereno.endpoints.EndpointSettings;
import io.sereno.figures.Failures;
import io.sereno.figures.Figures;
import io.sereno.invocation.BeanMethod;
import io.sereno.invocation.CallObserver;
import io.sereno.logging.Dictionary.PlannedHandler;
import io.sereno.logging.LoggerTree.Node;
import io.sereno.logging.LoggingSettings.Scope;
import io.sereno.logging.format.FormatterContext;
import io.sereno.logging.format.LoggerNames;
import io.sereno.logging.handlers.LineHandler;
import io.sereno.logging.handlers.Losses;
import io.sereno.redaction.Redactor;
import io.sereno.settings.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** The logging of one application: its loggers, handlers and formatters, and {@code @Logged}. */
public final class Logging implements CallObserver.Factory {

  private final LoggingSettings logging;
  private final Map<String, LineHandler> handlers;
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

  public Logging(Settings settings, Surroundings around) {
    this.logging = LoggingSettings.read(settings);
    Dictionary dictionary =
        new Dictionary(settings, formatters(settings, around), around.application());
    logging.warnOfProduction(settings, dictionary.rootHandlers());

    this.failures = around.figures().failures();
    this.redactor = around.redactor();
    this.handlers = handlers(dictionary.usedHandlers(), around.figures());
    this.tree = new LoggerTree(nodes(dictionary), disabled(dictionary));
    this.application =
        new ApplicationHandler(
            Logger.getLogger(""),
            tree,
            logging.scope(),
            new OwnRecords(around.application(), logging.applicationLoggers()),
            List.copyOf(handlers.values()));
    this.levels = new LoggerLevels(tree, application.server(), logging);
    this.runTime = new RunTimeLevels(levels, housekeeping, around.levelChanges());
  }

  private FormatterContext formatters(Settings settings, Surroundings around) {
    return new FormatterContext(
        around.redactor(),
        logging.maxLine(),
        logging.environment(),
        FormatterContext.schemas(around.application(), settings),
        around
            .figures()
            .counter("sereno.logging.cut", "Lines of which something was cut", Map.of()));
  }

  private static Map<String, LineHandler> handlers(
      Map<String, PlannedHandler> planned, Figures figures) {
    Map<String, LineHandler> handlers = new LinkedHashMap<>();
    planned.forEach(
        (name, plan) -> {
          LineHandler handler = plan.handler();
          handler.configure(plan.settings(), plan.formatter(), Losses.of(name, figures));
          handler.setErrorManager(new ReportingErrors(figures.failures(), name));
          handlers.put(name, handler);
        });
    return handlers;
  }

  private Map<String, Node> nodes(Dictionary dictionary) {
    Map<String, Node> nodes = new HashMap<>();
    dictionary
        .loggers()
        .forEach(
            (name, own) ->
                nodes.put(name, new Node(own.level(), named(own.handlers()), own.propagate())));
    nodes.put(
        "", new Node(Optional.of(logging.rootLevel()), named(dictionary.rootHandlers()), false));
    return nodes;
  }

  private List<Handler> named(List<String> names) {
    List<Handler> named = new ArrayList<>();
    names.forEach(name -> Optional.ofNullable(handlers.get(name)).ifPresent(named::add));
    return named;
  }

  /** The loggers that are there already and nowhere named: not even by one above them. */
  private Set<String> disabled(Dictionary dictionary) {
    if (!logging.disableExisting()) {
      return Set.of();
    }
    Set<String> named = new HashSet<>(dictionary.loggers().keySet());
    named.add("io.sereno");
    Set<String> existing =
        new HashSet<>(Collections.list(LogManager.getLogManager().getLoggerNames()));
    existing.removeIf(name -> name.isEmpty() || LoggerNames.isAtOrBelow(name, named));
    return existing;
  }

  /** Whether there is anything to do. */
  public boolean isEnabled() {
    return logging.enabled();
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
    List<LineHandler> tended = handlers.values().stream().filter(LineHandler::isTended).toList();
    if (!tended.isEmpty()) {
      housekeeping.everySecond(() -> tended.forEach(LineHandler::tend));
    }
  }

  /** Gives the server's loggers back as they were. */
  public void stop() {
    application.server().leave();
    housekeeping.stop();
    handlers.values().forEach(LineHandler::close);
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
