package io.sereno.logging;

import io.sereno.logging.format.FormatterContext;
import io.sereno.logging.format.JsonFormatter;
import io.sereno.logging.format.LineFormatter;
import io.sereno.logging.format.LoggerNames;
import io.sereno.logging.format.TextFormatter;
import io.sereno.logging.handlers.HandlerSettings;
import io.sereno.logging.handlers.LineHandler;
import io.sereno.logging.handlers.RotatingFileHandler;
import io.sereno.settings.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Level;

/** Reads Django's dictionary of formatters, handlers and loggers from the settings. */
final class Dictionary {

  private static final String FORMATTERS = "sereno.logging.formatters";
  private static final String HANDLERS = "sereno.logging.handlers";
  private static final String LOGGERS = "sereno.logging.loggers";
  private static final String ROOT = "sereno.logging.root";

  private static final String CONSOLE = "console";
  private static final String FILE = "file";
  private static final String FILENAME = "filename";
  private static final String JSON = "json";
  private static final Map<String, String> TEXTS =
      Map.of("simple", TextFormatter.SIMPLE, "verbose", TextFormatter.VERBOSE);

  private final Settings settings;
  private final HandlerTypes types;
  private final Map<String, LineFormatter> formatters;
  private final Map<String, PlannedHandler> handlers;
  private final Map<String, LoggerSettings> loggers = new TreeMap<>();
  private final List<String> rootHandlers;

  /** A handler with what it is to be given if it is used. */
  record PlannedHandler(LineHandler handler, HandlerSettings settings, LineFormatter formatter) {}

  private enum FormatterType {
    TEXT,
    JSON
  }

  Dictionary(Settings settings, FormatterContext around, ClassLoader application) {
    this.settings = settings;
    this.types = new HandlerTypes(settings, application);
    this.formatters = formatters(around);
    Map<String, Settings> defined = withBuiltIn(HANDLERS, CONSOLE, FILE);
    HandlerNames names = new HandlerNames(defined.keySet());
    settings.dottedSections(LOGGERS).forEach((name, own) -> logger(name, own, names));
    loggers.merge(
        LoggerNames.AUDIT,
        new LoggerSettings(Optional.of(Level.INFO), List.of(), true),
        (own, otherwise) -> own.level().isPresent() ? own : own.at(Level.INFO));
    this.rootHandlers = names.read(settings.under(ROOT), "handlers", List.of(CONSOLE));
    this.handlers = handlers(defined);
  }

  private void logger(String name, Settings own, HandlerNames handlers) {
    if (name.isBlank() || name.equalsIgnoreCase("root")) {
      own.problem("level", name, "write what is for the root below " + ROOT);
    }
    loggers.put(name, LoggerSettings.read(own, handlers));
  }

  /** By name; an audit that a quiet logger above silences is none, so it has a level. */
  Map<String, LoggerSettings> loggers() {
    return loggers;
  }

  List<String> rootHandlers() {
    return rootHandlers;
  }

  /** Whether what reaches the root goes into files and nowhere else. */
  boolean onlyFiles() {
    return !rootHandlers.isEmpty()
        && rootHandlers.stream()
            .map(handlers::get)
            .allMatch(handler -> handler != null && isFile(handler));
  }

  private static boolean isFile(PlannedHandler planned) {
    return planned.handler() instanceof RotatingFileHandler;
  }

  /** The handlers that a logger or the root names. */
  Map<String, PlannedHandler> usedHandlers() {
    Map<String, PlannedHandler> used = new LinkedHashMap<>(handlers);
    used.keySet().retainAll(usedNames());
    return used;
  }

  private Set<String> usedNames() {
    Set<String> used = new TreeSet<>(rootHandlers);
    loggers.values().forEach(logger -> used.addAll(logger.handlers()));
    return used;
  }

  private Map<String, LineFormatter> formatters(FormatterContext around) {
    Map<String, Settings> sections = withBuiltIn(FORMATTERS, "simple", "verbose", JSON);
    Map<String, LineFormatter> read = new TreeMap<>();
    sections.forEach((name, own) -> read.put(name, formatter(name, own, around)));
    return read;
  }

  private static LineFormatter formatter(String name, Settings own, FormatterContext around) {
    FormatterType type =
        own.choice("type", name.equals(JSON) ? FormatterType.JSON : FormatterType.TEXT);
    return type == FormatterType.JSON
        ? new JsonFormatter(own, around)
        : new TextFormatter(own, TEXTS.getOrDefault(name, TextFormatter.VERBOSE), around);
  }

  private Map<String, PlannedHandler> handlers(Map<String, Settings> defined) {
    Set<String> declared = settings.sections(HANDLERS).keySet();
    Set<String> used = usedNames();
    Map<String, PlannedHandler> read = new TreeMap<>();
    Map<Path, String> files = new HashMap<>();
    defined.forEach(
        (name, own) -> {
          if (used.contains(name) || declared.contains(name)) {
            handler(name, own)
                .ifPresent(
                    handler -> {
                      read.put(name, handler);
                      checkFile(handler, own, files);
                    });
          }
          if (declared.contains(name) && !used.contains(name)) {
            own.warn("type", name, "no logger names this handler, so it writes nothing");
          }
        });
    return read;
  }

  /** Two handlers that rotate the same file would tear it. */
  private static void checkFile(PlannedHandler planned, Settings own, Map<Path, String> files) {
    if (planned.handler() instanceof RotatingFileHandler handler) {
      handler
          .file()
          .ifPresent(
              file -> {
                String other = files.putIfAbsent(file, own.key(FILENAME));
                if (other != null) {
                  own.problem(
                      FILENAME,
                      own.text(FILENAME).orElse(""),
                      "write another file than that of " + other);
                }
              });
    }
  }

  private Optional<PlannedHandler> handler(String name, Settings own) {
    Optional<LineHandler> made =
        types.of(name, own).flatMap(type -> HandlerTypes.create(type, own));
    HandlerSettings common = HandlerSettings.read(own); // whatever became of the handler
    LineFormatter formatter = formatterOf(own);
    return made.map(handler -> new PlannedHandler(handler, common, formatter));
  }

  private LineFormatter formatterOf(Settings handler) {
    return handler.value(
        "formatter",
        Objects.requireNonNull(formatters.get(JSON)),
        "write one of " + String.join(", ", formatters.keySet()),
        name -> Objects.requireNonNull(formatters.get(name.strip())));
  }

  private Map<String, Settings> withBuiltIn(String section, String... names) {
    Map<String, Settings> sections = new TreeMap<>(settings.sections(section));
    for (String name : names) {
      sections.computeIfAbsent(name, n -> settings.under(section + '.' + n));
    }
    return sections;
  }
}
