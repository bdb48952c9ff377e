package io.sereno.logging.format;

import io.sereno.redaction.RedactionSettings;
import io.sereno.redaction.Redactor;
import io.sereno.settings.DataSize;
import io.sereno.settings.Settings;
import io.sereno.settings.Source;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.ErrorManager;
import java.util.logging.LogManager;

/**
 * The settings of a formatter or handler that a server makes by itself: what {@code
 * logging.properties} has below the class's name, and what the server has set by setters since.
 */
public final class ServerProperties implements Source {

  private static final String REDACTION_NAMES = "redaction.names";
  private static final String MAX_LINE_BYTES = "max-line-bytes";

  private final String prefix;
  private final Map<String, String> set = new ConcurrentHashMap<>();

  public ServerProperties(Class<?> type) {
    this.prefix = type.getName() + '.';
  }

  /** The settings as they are now. */
  public Settings settings() {
    return new Settings(this);
  }

  /** The settings once this one is set as well; problems are for the caller to {@link #refuse}. */
  public Settings set(String name, String value) {
    set.put(name, value);
    return settings();
  }

  /**
   * Tells a server that sets properties that one cannot be used.
   *
   * @throws IllegalArgumentException that says which, and what to write instead
   */
  public void refuse(Settings settings) {
    if (!settings.problems().isEmpty()) {
      throw new IllegalArgumentException(settings.problems().toString());
    }
  }

  /** Tells on standard error what cannot be used: {@code LogManager} would hide an exception. */
  public void report(Settings settings) {
    if (!settings.problems().isEmpty()) {
      new ErrorManager()
          .error(prefix + settings.problems().toString(), null, ErrorManager.OPEN_FAILURE);
    }
  }

  FormatterContext formatterContext(Settings settings) {
    return new FormatterContext(
        new Redactor(new RedactionSettings(settings.list(REDACTION_NAMES))),
        settings.size(MAX_LINE_BYTES, FormatterContext.LONGEST_LINE, new DataSize(1_024)),
        Optional.empty(),
        FormatterContext.ownSchemas(),
        new LongAdder());
  }

  @Override
  public Optional<String> value(String key) {
    String value = set.get(key);
    return Optional.ofNullable(
        value != null ? value : LogManager.getLogManager().getProperty(prefix + key));
  }

  @Override
  public Set<String> names() {
    return Set.copyOf(set.keySet());
  }

  @Override
  public Set<String> declaredNames() {
    return names();
  }
}
