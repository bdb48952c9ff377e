package io.sereno.logging.format;

import io.sereno.context.Context;
import io.sereno.context.ContextField;
import io.sereno.redaction.Redactor;
import io.sereno.settings.Settings;
import io.sereno.settings.UnknownKey;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a schema as the settings want them: what is left out is not there, keys and what
 * never changes are encoded.
 */
final class JsonLayout implements Layout {

  private static final Timestamps ISO =
      new Timestamps("uuuu-MM-dd'T'HH:mm:ss", ZoneOffset.UTC, ".", "Z");

  private final JsonSettings settings;
  private final Redactor redactor;
  private final List<JsonPart> parts = new ArrayList<>();
  private final Map<String, Predicate<LogEntry>> taken = new HashMap<>();
  private final Set<String> fields = new HashSet<>();
  private final Set<String> collisions = new HashSet<>();

  JsonLayout(JsonSettings settings, Redactor redactor) {
    this.settings = settings;
    this.redactor = redactor;
  }

  JsonPart[] parts() {
    return parts.toArray(JsonPart[]::new);
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
    return add(
        key, e -> true, JsonPart::field, (entry, line) -> line.timestamp(ISO, entry.instant()));
  }

  @Override
  public Layout constant(String key, String value) {
    JsonBytes json = new JsonBytes(64);
    json.text(redactor.text(value), Integer.MAX_VALUE);
    byte[] encoded = json.copy(0, json.length());
    if (settings.includes(key) && claim(settings.rename(key), e -> true)) {
      byte[] name = encoded(settings.rename(key));
      byte[] field = Arrays.copyOf(name, name.length + encoded.length);
      System.arraycopy(encoded, 0, field, name.length, encoded.length);
      parts.add(JsonPart.fields((entry, line) -> line.ready(field, name.length)));
    }
    fields.add(key);
    return this;
  }

  @Override
  public Layout field(String key, FieldValue value) {
    return add(key, e -> true, JsonPart::field, value::write);
  }

  @Override
  public Layout error(String key, FieldValue value) {
    return add(key, JsonLayout::hasThrown, JsonPart::ofException, value::write);
  }

  @Override
  public Layout stackTrace(String key) {
    return add(
        key,
        JsonLayout::hasThrown,
        JsonPart::ofException,
        (entry, line) -> {
          Throwable thrown = entry.thrown();
          if (thrown != null) {
            line.stackTrace(thrown);
          }
        });
  }

  @Override
  public Layout stackHash(String key) {
    return settings.stackTraces().hashes()
        ? error(key, (entry, out) -> out.text(hash(entry.thrown())))
        : this;
  }

  private static boolean hasThrown(LogEntry entry) {
    return entry.thrown() != null;
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
      fields.add(field.key());
      if (settings.includes(field.key())
          && claim(settings.rename(field.key()), entry -> field.of(entry.context()) != null)) {
        keys.put(field, encoded(settings.rename(field.key())));
      }
    }
    ContextField[] known = keys.keySet().toArray(ContextField[]::new);
    byte[][] encoded = keys.values().toArray(byte[][]::new);
    parts.add(JsonPart.fields((entry, line) -> context(known, encoded, entry.context(), line)));
    return this;
  }

  private static void context(
      ContextField[] fields, byte[][] keys, Context context, JsonLine line) {
    if (line.knows(context)) {
      return;
    }
    int from = line.json().length();
    for (int i = 0; i < fields.length; i++) {
      line.begin(keys[i]);
      line.text(fields[i].of(context));
      line.endField(false);
    }
    line.remember(context, from);
  }

  @Override
  public Layout others() {
    parts.add(JsonPart.fields((entry, line) -> line.others().write(entry)));
    return this;
  }

  private Layout add(
      String key,
      Predicate<LogEntry> present,
      BiFunction<byte[], JsonPart.Content, JsonPart> part,
      JsonPart.Content content) {
    fields.add(key);
    if (settings.includes(key) && claim(settings.rename(key), present)) {
      parts.add(part.apply(encoded(settings.rename(key)), content));
    }
    return this;
  }

  private boolean claim(String name, Predicate<LogEntry> present) {
    boolean free = taken.putIfAbsent(name, present) == null;
    if (!free) {
      collisions.add(name);
    }
    return free;
  }

  private static byte[] encoded(String key) {
    JsonBytes bytes = new JsonBytes(64);
    bytes.raw(',');
    bytes.text(key, Integer.MAX_VALUE);
    bytes.raw(':');
    return bytes.copy(0, bytes.length());
  }
}
