package io.sereno.logging.format;

import io.sereno.context.ContextField;
import io.sereno.redaction.Redactor;
import io.sereno.settings.Settings;
import io.sereno.settings.UnknownKey;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a schema as the settings want them: what is left out is not there, keys and what
 * never changes are encoded.
 */
final class JsonLayout implements Layout {

  private static final Timestamps ISO =
      new Timestamps("'\"'uuuu-MM-dd'T'HH:mm:ss", ZoneOffset.UTC, ".", "Z\"");

  private final JsonSettings settings;
  private final Redactor redactor;
  private final JsonParts parts = new JsonParts();
  private final Map<String, Predicate<LogEntry>> taken = new HashMap<>();
  private final Set<String> fields = new HashSet<>();
  private final Set<String> collisions = new HashSet<>();

  JsonLayout(JsonSettings settings, Redactor redactor) {
    this.settings = settings;
    this.redactor = redactor;
  }

  /** What makes the parts of a line. */
  List<Supplier<JsonPart>> parts() {
    return parts.all();
  }

  /** The names of the fields as they are written, and whether a line has them. */
  Map<String, Predicate<LogEntry>> taken() {
    return Map.copyOf(taken);
  }

  /** Tells what the settings name in vain: fields that would hide others, and misspelt ones. */
  void check(Settings own) {
    for (String name : collisions) {
      own.problem(
          settings.add().containsKey(name) ? JsonSettings.ADD : JsonSettings.RENAME,
          name,
          "choose a name that no other field of the line has");
    }
    warn(own, JsonSettings.INCLUDE, settings.include());
    warn(own, JsonSettings.EXCLUDE, settings.exclude());
    warn(own, JsonSettings.RENAME, settings.newNames().keySet());
  }

  /** An unknown name may be one of the application's own, unless it looks like one of ours. */
  private void warn(Settings own, String key, Set<String> names) {
    for (String name : names) {
      if (!fields.contains(name)) {
        UnknownKey.among(fields, name)
            .nearest()
            .ifPresent(near -> own.warn(key, name, "write " + near + ", if that is meant"));
      }
    }
  }

  @Override
  public Layout timestamp(String key) {
    return everyRecord(key, (entry, line) -> line.timestamp(ISO, entry.instant()));
  }

  @Override
  public Layout constant(String key, String value) {
    Objects.requireNonNull(value, key);
    return name(key, entry -> value);
  }

  @Override
  public Layout name(String key, Function<LogEntry, @Nullable String> value) {
    return claim(key, e -> true, name -> parts.name(new NameFields.Field(name, value)));
  }

  @Override
  public Layout field(String key, FieldValue value) {
    return everyRecord(key, value::write);
  }

  private Layout everyRecord(String key, JsonPart value) {
    return claim(key, e -> true, name -> parts.add(new JsonField(name, value)));
  }

  @Override
  public Layout error(String key, FieldValue value) {
    return ofException(key, value::write);
  }

  @Override
  public Layout stackTrace(String key) {
    return ofException(key, (entry, line) -> line.stackTrace(entry.thrown()));
  }

  private Layout ofException(String key, JsonPart value) {
    return claim(
        key,
        entry -> entry.thrown() != null,
        name -> parts.ofException(new JsonField(name, value)));
  }

  @Override
  public Layout stackHash(String key) {
    return settings.stackTraces().hashes()
        ? error(key, (entry, out) -> out.text(hash(entry.thrown())))
        : this;
  }

  private static @Nullable String hash(@Nullable Throwable thrown) {
    return thrown == null ? null : StackHash.of(thrown);
  }

  @Override
  public Layout statics() {
    settings
        .add()
        .forEach(
            (key, value) ->
                constant(key, redactor.isSensitive(key) ? redactor.maskNamed(key, value) : value));
    return this;
  }

  @Override
  public Layout context() {
    Map<ContextField, byte[]> keys = new EnumMap<>(ContextField.class);
    for (ContextField field : ContextField.values()) {
      claim(field.key(), entry -> field.of(entry.context()) != null, name -> keys.put(field, name));
    }
    parts.addRemembering(() -> new ContextFields(keys));
    return this;
  }

  @Override
  public Layout others() {
    parts.add((entry, line) -> line.others().write(entry));
    return this;
  }

  /** Adds a field by its encoded name, if it is shown and nothing else has that name. */
  private Layout claim(String key, Predicate<LogEntry> present, Consumer<byte[]> adder) {
    fields.add(key);
    if (settings.includes(key)) {
      String name = settings.rename(key);
      if (taken.putIfAbsent(name, present) == null) {
        adder.accept(encoded(name));
      } else {
        collisions.add(name);
      }
    }
    return this;
  }

  /** The name with a comma before it and a colon after it. */
  private static byte[] encoded(String key) {
    JsonBytes bytes = new JsonBytes(64);
    bytes.raw(',');
    bytes.text(key, Integer.MAX_VALUE);
    bytes.raw(':');
    return bytes.copy(0, bytes.length());
  }
}
