package io.sereno.logging.format;

import io.sereno.settings.Settings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settings of a formatter of type {@code json}. Fields are named as the schema names them.
 *
 * @param schema {@code schema}: {@code ecs}, {@code logstash} or another that the application
 *     brings; {@code ecs} by default
 * @param include {@code include}: the only fields to write; all by default
 * @param exclude {@code exclude}: fields not to write; none by default
 * @param newNames {@code rename}: {@code log.level=severity,message=msg}; none by default
 * @param add {@code add}: fields that every line has, {@code
 *     service.name=invoicing,service.version=1.2}; {@code service.environment} by default, if
 *     {@code sereno.environment} is set
 * @param stackTraces {@code stack-trace.*}
 * @param longest {@code max-line-bytes}: the longest line, with its end
 */
record JsonSettings(
    Schema schema,
    Set<String> include,
    Set<String> exclude,
    Map<String, String> newNames,
    Map<String, String> add,
    StackTraces stackTraces,
    int longest) {

  private static final String SCHEMA = "schema";
  static final String INCLUDE = "include";
  static final String EXCLUDE = "exclude";
  static final String RENAME = "rename";
  static final String ADD = "add";
  private static final int LONGEST = 1 << 28;

  JsonSettings {
    include = Set.copyOf(include);
    exclude = Set.copyOf(exclude);
    newNames =
        newNames.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, renamed -> OtherFields.name(renamed.getValue())));
    Map<String, String> added = new LinkedHashMap<>();
    add.forEach((key, value) -> added.putIfAbsent(OtherFields.name(key), value));
    add = Collections.unmodifiableMap(added);
  }

  static JsonSettings read(Settings settings, FormatterContext around) {
    Map<String, String> add = new LinkedHashMap<>(settings.pairs(ADD));
    around.environment().ifPresent(name -> add.putIfAbsent("service.environment", name));
    return new JsonSettings(
        schema(settings, around.schemas()),
        Set.copyOf(settings.list(INCLUDE)),
        Set.copyOf(settings.list(EXCLUDE)),
        settings.pairs(RENAME),
        add,
        new StackTraces(StackTraceSettings.read(settings, around.longestLine())),
        (int) Math.min(around.longestLine().bytes(), LONGEST));
  }

  private static Schema schema(Settings settings, List<Schema> schemas) {
    String names = schemas.stream().map(Schema::name).collect(Collectors.joining(", "));
    return settings.value(
        SCHEMA,
        schemas.get(0),
        "write one of " + names,
        text ->
            schemas.stream()
                .filter(schema -> schema.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow());
  }

  boolean includes(String key) {
    return (include.isEmpty() || include.contains(key)) && !exclude.contains(key);
  }

  String rename(String key) {
    return newNames.isEmpty() ? key : newNames.getOrDefault(key, key);
  }
}
