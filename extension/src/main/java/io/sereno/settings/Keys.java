package io.sereno.settings;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The keys of one reading: which were asked for, what was wrong with their values, and which ones
 * are there that nobody asked for.
 */
final class Keys {

  private static final String EXPRESSION =
      "define what its expression names, or give it a default as in ${name:default}";

  private final Source source;
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Set<Problem> warnings = new LinkedHashSet<>();
  private final Set<String> known = new TreeSet<>();

  Keys(Source source) {
    this.source = source;
  }

  Optional<String> read(String key) {
    known.add(key);
    try {
      return source.value(key);
    } catch (IllegalArgumentException e) {
      problems.add(new Problem(key, String.valueOf(e.getMessage()), EXPRESSION));
      return Optional.empty();
    }
  }

  void know(List<String> keys) {
    known.addAll(keys);
  }

  /** A section is known as a whole, whatever stands below it. */
  void know(String section) {
    known.add(section);
    source.names().stream()
        .filter(name -> name.startsWith(section + '.') || name.startsWith(variable(section) + '_'))
        .forEach(known::add);
  }

  Set<String> declared() {
    return source.declaredNames();
  }

  void problem(Problem problem) {
    problems.add(problem);
  }

  void warn(Problem warning) {
    warnings.add(warning);
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }

  List<Problem> warnings() {
    return List.copyOf(warnings);
  }

  List<UnknownKey> unknown() {
    Set<String> names = source.names();
    Set<String> variables = known.stream().map(Keys::variable).collect(Collectors.toSet());
    return names.stream()
        .filter(Keys::isOurs)
        .filter(name -> !known.contains(name))
        .filter(name -> !variables.contains(variable(name)))
        .filter(name -> isVariable(name) || !names.contains(variable(name)))
        .map(name -> UnknownKey.among(isVariable(name) ? variables : known, name))
        .toList();
  }

  /** Some servers make names of environment variables, and cannot know their dashes. */
  private static String variable(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static boolean isVariable(String name) {
    return name.startsWith("SERENO_");
  }

  private static boolean isOurs(String name) {
    return name.startsWith("sereno.")
        || isVariable(name)
        || name.matches("(.*/)?(Logged|Timed|Audited)/\\w+");
  }
}
