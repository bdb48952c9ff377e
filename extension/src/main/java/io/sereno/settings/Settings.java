package io.sereno.settings;

import io.sereno.Severity;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

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

  private static final String PREFIX = "sereno.";
  private static final Pattern WITHOUT_DEFAULT = Pattern.compile("\\$\\{[^}:]+\\}");
  private static final String EXPRESSION =
      "define what its expression names, or give it a default as in ${name:default}";
  private static final String DURATION = "write a duration such as 500ms, 10s, 5m or PT5M";

  private final Config config;
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Set<String> known = new TreeSet<>();

  public Settings(Config config) {
    this.config = config;
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

  /** A duration longer than zero. */
  public Duration duration(String key, Duration otherwise) {
    return value(
        key,
        otherwise,
        DURATION,
        text -> require(Durations.parse(text), d -> !d.isNegative() && !d.isZero()));
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
    return read(key).map(String::strip).filter(text -> !text.isEmpty());
  }

  /** The values between commas, each read by {@code parser}, whose exceptions make a problem. */
  public <T> List<T> list(String key, String remedy, Function<String, T> parser) {
    return value(
        key,
        List.of(),
        remedy,
        text ->
            Stream.of(text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .map(parser)
                .toList());
  }

  /** The values between commas. */
  public List<String> list(String key) {
    return list(key, "write values with commas between them", Function.identity());
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
    List<String> keys =
        List.of(bean.getName() + '/' + method + '/' + end, bean.getName() + '/' + end, end);
    known.addAll(keys);
    return keys.stream().filter(key -> read(key).isPresent()).findFirst().orElse(keys.get(0));
  }

  /** Remembers a problem that the caller found. */
  public void problem(String where, String found, String remedy) {
    problems.add(new Problem(where, found, remedy));
  }

  /** What was wrong so far, in the order of reading. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Keys that nobody asked for, each with the nearest one that somebody did. */
  public List<UnknownKey> unknownKeys() {
    Set<String> names = new TreeSet<>();
    config.getPropertyNames().forEach(names::add);
    Set<String> inEnvironment =
        known.stream().map(Settings::inEnvironment).collect(Collectors.toSet());
    return names.stream()
        .filter(Settings::isOurs)
        .filter(name -> !known.contains(name))
        .filter(name -> !inEnvironment.contains(inEnvironment(name)))
        .map(name -> UnknownKey.among(known, name))
        .toList();
  }

  /** Some servers make names of environment variables, and cannot know their dashes. */
  private static String inEnvironment(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static boolean isOurs(String name) {
    return name.startsWith(PREFIX) || name.matches("(.*/)?(Logged|Timed|Audited)/\\w+");
  }

  private <T> T value(String key, T otherwise, String remedy, Function<String, T> parser) {
    Optional<String> text = read(key);
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

  private Optional<String> read(String key) {
    known.add(key);
    try {
      Optional<String> value = config.getOptionalValue(key, String.class);
      if (value.isEmpty()) {
        checkExpression(key, config.getConfigValue(key).getRawValue());
      }
      return value;
    } catch (RuntimeException e) { // some servers throw for an expression that leads nowhere
      problem(key, String.valueOf(e.getMessage()), EXPRESSION);
      return Optional.empty();
    }
  }

  /** A value that is there but comes to nothing was meant to be something. */
  private void checkExpression(String key, @Nullable String raw) {
    if (raw != null && WITHOUT_DEFAULT.matcher(raw).find()) {
      problem(key, raw, EXPRESSION);
    }
  }

  private static <T> T require(T value, Predicate<T> condition) {
    if (!condition.test(value)) {
      throw new IllegalArgumentException(String.valueOf(value));
    }
    return value;
  }
}
