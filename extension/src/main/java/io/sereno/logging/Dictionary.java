package io.sereno.logging;

import io.sereno.logging.format.FormatterContext;
import io.sereno.logging.format.JsonFormatter;
import io.sereno.logging.format.LineFormatter;
import io.sereno.logging.format.LoggerNames;
import io.sereno.logging.format.TextFormatter;
import io.sereno.logging.handlers.ConsoleType;
import io.sereno.logging.handlers.FileType;
import io.sereno.logging.handlers.HandlerSettings;
import io.sereno.logging.handlers.HandlerType;
import io.sereno.logging.handlers.LineHandler;
import io.sereno.settings.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.stream.Collectors;

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
  private final List<HandlerType> types;
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
    this.types = types(application);
    this.formatters = formatters(around);
    Map<String, Settings> defined = withBuiltIn(HANDLERS, CONSOLE, FILE);
    HandlerNames names = new HandlerNames(defined.keySet());
    settings
        .dottedSections(LOGGERS)
        .forEach((name, own) -> loggers.put(name, LoggerSettings.read(own, names)));
    loggers.computeIfAbsent( // an audit that a quiet root silences is none
        LoggerNames.AUDIT, audit -> new LoggerSettings(Optional.of(Level.INFO), List.of(), true));
    this.rootHandlers = names.read(settings.under(ROOT), "handlers", List.of(CONSOLE));
    this.handlers = handlers(defined);
  }

  Map<String, LoggerSettings> loggers() {
    return loggers;
  }

  List<String> rootHandlers() {
    return rootHandlers;
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

  private List<HandlerType> types(ClassLoader application) {
    List<HandlerType> found = new ArrayList<>(List.of(new ConsoleType(), new FileType()));
    try {
      ServiceLoader.load(HandlerType.class, application).forEach(found::add);
    } catch (ServiceConfigurationError e) {
      settings.problem(
          "META-INF/services/" + HandlerType.class.getName(),
          String.valueOf(e.getMessage()),
          "name classes that implement it and have a public constructor without parameters");
    }
    return found;
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
    Map<String, String> files = new HashMap<>();
    defined.forEach(
        (name, own) -> {
          if (used.contains(name) || declared.contains(name)) {
            handler(name, own).ifPresent(handler -> read.put(name, handler));
            checkFile(own, files);
          }
          if (declared.contains(name) && !used.contains(name)) {
            own.warn("type", name, "no logger names this handler, so it writes nothing");
          }
        });
    return read;
  }

  /** Two handlers that rotate the same file would tear it. */
  private static void checkFile(Settings own, Map<String, String> files) {
    own.text(FILENAME)
        .ifPresent(
            file -> {
              String other = files.putIfAbsent(file, own.key(FILENAME));
              if (other != null) {
                own.problem(FILENAME, file, "write another file than that of " + other);
              }
            });
  }

  private Optional<PlannedHandler> handler(String name, Settings own) {
    String names = types.stream().map(HandlerType::name).collect(Collectors.joining(", "));
    String wanted = own.text("type").orElse(name);
    Optional<HandlerType> type =
        types.stream().filter(t -> t.name().equalsIgnoreCase(wanted)).findFirst();
    if (type.isEmpty()) {
      own.problem("type", own.text("type").orElse(""), "write one of " + names);
    }
    return type.map(
        known ->
            new PlannedHandler(known.create(own), HandlerSettings.read(own), formatterOf(own)));
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
