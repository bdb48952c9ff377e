package io.sereno.settings;

import io.sereno.Severity;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads configuration while an application is deployed, and remembers what was wrong with it.
 *
 * <p>A value that cannot be used is a {@link Problem}, never an exception: the default is returned,
 * so that reading goes on and all problems can be told together. Every key that was asked for is a
 * known key; {@link #unknownKeys()} are the others under {@code sereno.}, or in the form of a
 * per-method override.
 *
 * <p>Used by one thread, while deploying.
 */
public final class Settings {

  private static final String DURATION = "write a duration such as 500ms, 10s, 5m or PT5M";
  private static final String NONE = "none";

  private final Keys keys;
  private final String prefix;

  public Settings(Source source) {
    this(new Keys(source), "");
  }

  private Settings(Keys keys, String prefix) {
    this.keys = keys;
    this.prefix = prefix;
  }

  /** The settings whose keys begin with this prefix and a dot, to be asked for without it. */
  public Settings under(String section) {
    return new Settings(keys, key(section) + '.');
  }

  /**
   * The settings below a prefix by the names that users chose: {@code console} for {@code
   * sereno.logging.handlers.console.level}. A name that only environment variables have is none.
   */
  public Map<String, Settings> sections(String section) {
    return sections(section, false);
  }

  /** The same for names with dots in them, such as loggers', in quotes or without. */
  public Map<String, Settings> dottedSections(String section) {
    return sections(section, true);
  }

  private Map<String, Settings> sections(String section, boolean dotted) {
    Map<String, Settings> sections = new LinkedHashMap<>();
    Sections.below(key(section), keys.declared(), dotted)
        .forEach((name, written) -> sections.put(name, new Settings(keys, written + '.')));
    return sections;
  }

  /** This key and those below it mean something, but are of no account as things are. */
  public void ignore(String section) {
    keys.know(key(section));
  }

  /** The full key of one that is asked for here. */
  public String key(String name) {
    return prefix + name;
  }

  public boolean flag(String key, boolean otherwise) {
    return value(
        key,
        otherwise,
        "write true or false",
        text ->
            switch (text.strip().toLowerCase(Locale.ROOT)) {
              case "true", "yes", "y", "on", "1" -> true;
              case "false", "no", "n", "off", "0" -> false;
              default -> throw new IllegalArgumentException(text);
            });
  }

  /** A whole number, at least {@code least} and at most {@code most}. */
  public int number(String key, int otherwise, int least, int most) {
    return value(
        key,
        otherwise,
        "write a whole number from " + least + " to " + most,
        text -> require(Integer.valueOf(text.strip()), n -> n >= least && n <= most));
  }

  /** A number from 0 to 1. */
  public double fraction(String key, double otherwise) {
    return value(
        key,
        otherwise,
        "write a number from 0 to 1",
        text -> require(Double.valueOf(text.strip()), n -> n >= 0 && n <= 1));
  }

  /** A duration longer than zero. */
  public Duration duration(String key, Duration otherwise) {
    return value(key, otherwise, DURATION, Settings::positive);
  }

  /** Durations longer than zero, with commas between them. */
  public List<Duration> durations(String key, List<Duration> otherwise) {
    return list(key, otherwise, DURATION + ", with commas between several", Settings::positive);
  }

  private static Duration positive(String text) {
    return require(Durations.parse(text), d -> !d.isNegative() && !d.isZero());
  }

  /** A size, at least {@code least}. */
  public DataSize size(String key, DataSize otherwise, DataSize least) {
    return value(
        key,
        otherwise,
        "write a size of at least " + least + ", such as 16KiB or 1MiB",
        text -> require(DataSize.parse(text), size -> size.bytes() >= least.bytes()));
  }

  /** One of an enum's constants, in any case, with {@code -} for {@code _}. */
  public <E extends Enum<E>> E choice(String key, E otherwise) {
    Class<E> type = otherwise.getDeclaringClass();
    String choices =
        Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .collect(Collectors.joining(", "));
    return value(
        key,
        otherwise,
        "write one of " + choices,
        text -> Enum.valueOf(type, text.strip().toUpperCase(Locale.ROOT).replace('-', '_')));
  }

  /** A severity, by its own name or by one that java.util.logging or jboss-logging has for it. */
  public Severity severity(String key, Severity otherwise) {
    return value(
        key,
        otherwise,
        "write one of DEBUG, INFO, WARNING, ERROR, CRITICAL",
        text ->
            switch (text.strip().toUpperCase(Locale.ROOT)) {
              case "ALL", "TRACE", "FINEST", "FINER", "FINE", "CONFIG", "DEBUG" -> Severity.DEBUG;
              case "INFO" -> Severity.INFO;
              case "WARN", "WARNING" -> Severity.WARNING;
              case "SEVERE", "ERROR" -> Severity.ERROR;
              case "FATAL", "CRITICAL" -> Severity.CRITICAL;
              default -> throw new IllegalArgumentException(text);
            });
  }

  public Optional<String> text(String key) {
    return keys.read(key(key)).map(String::strip).filter(text -> !text.isEmpty());
  }

  /**
   * The values between commas, each read by {@code parser}, whose exceptions make a problem. {@code
   * none} is an empty list; a comma that belongs to a value is written {@code \\,}.
   */
  public <T> List<T> list(
      String key, List<T> otherwise, String remedy, Function<String, T> parser) {
    return value(
        key, otherwise, remedy, text -> items(text).map(item -> parser.apply(item)).toList());
  }

  /** The values between commas, each read by {@code parser}; none by default. */
  public <T> List<T> list(String key, String remedy, Function<String, T> parser) {
    return list(key, List.of(), remedy, parser);
  }

  /** The values between commas. */
  public List<String> list(String key) {
    return list(key, "write values with commas between them", Function.identity());
  }

  /** Names and values: {@code service.name=invoicing,service.version=1.2}, in their order. */
  public Map<String, String> pairs(String key) {
    return value(
        key,
        Map.of(),
        "write name=value with commas between them",
        text -> {
          Map<String, String> pairs = new LinkedHashMap<>();
          items(text)
              .map(item -> item.split("=", 2))
              .forEach(pair -> pairs.put(pair[0].strip(), pair[1].strip()));
          return pairs;
        });
  }

  private static Stream<String> items(String text) {
    if (text.strip().equalsIgnoreCase(NONE)) {
      return Stream.of();
    }
    return Stream.of(text.split("(?<!\\\\),", -1))
        .map(item -> item.replace("\\,", ",").strip())
        .filter(item -> !item.isEmpty());
  }

  /** A path below the context root: it begins with a slash, and holds no pattern or query. */
  public String path(String key, String otherwise) {
    return value(
        key,
        otherwise,
        "write a path that begins with a slash, such as " + otherwise,
        text -> {
          String path = text.strip().replaceAll("/+$", "");
          return require(path, p -> p.matches("(/[A-Za-z0-9._~-]+)+"));
        });
  }

  /**
   * The overrides for an annotation on a method, in MicroProfile Fault Tolerance's form: {@code
   * com.acme.InvoiceService/approve/Logged/value}, else {@code
   * com.acme.InvoiceService/Logged/value}, else {@code Logged/value}.
   *
   * @return the first of these keys that has a value, else the first
   */
  public String override(Class<?> bean, String method, Class<?> annotation, String member) {
    String end = annotation.getSimpleName() + '/' + member;
    List<String> candidates =
        List.of(bean.getName() + '/' + method + '/' + end, bean.getName() + '/' + end, end);
    keys.know(candidates);
    return candidates.stream()
        .filter(key -> keys.read(key).isPresent())
        .findFirst()
        .orElse(candidates.get(0));
  }

  /**
   * A value in a form of its own.
   *
   * @param remedy what to write instead, if {@code parser} throws
   */
  public <T> T value(String key, T otherwise, String remedy, Function<String, T> parser) {
    Optional<String> text = keys.read(key(key));
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      return parser.apply(text.get());
    } catch (RuntimeException e) {
      problem(key, text.get(), remedy);
      return otherwise;
    }
  }

  /** Remembers a problem that the caller found: the application cannot be deployed like this. */
  public void problem(String key, String found, String remedy) {
    keys.problem(new Problem(key(key), found, remedy));
  }

  /** Remembers what the caller found unwise: it is told, and the application deployed. */
  public void warn(String key, String found, String remedy) {
    keys.warn(new Problem(key(key), found, remedy));
  }

  /** What was wrong so far, in the order of reading. */
  public List<Problem> problems() {
    return keys.problems();
  }

  /** What was unwise so far, in the order of reading. */
  public List<Problem> warnings() {
    return keys.warnings();
  }

  /** Keys that nobody asked for, each with the nearest one that somebody did. */
  public List<UnknownKey> unknownKeys() {
    return keys.unknown();
  }

  private static <T> T require(T value, Predicate<T> condition) {
    if (!condition.test(value)) {
      throw new IllegalArgumentException(String.valueOf(value));
    }
    return value;
  }
}
