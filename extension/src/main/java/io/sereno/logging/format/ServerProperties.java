package io.sereno.logging.format;

import io.sereno.redaction.RedactionSettings;
import io.sereno.redaction.Redactor;
import io.sereno.settings.DataSize;
import io.sereno.settings.Settings;
import io.sereno.settings.Source;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.ErrorManager;
import java.util.logging.LogManager;

/**
 * The settings of a formatter or handler that a server makes by itself: what {@code
 * logging.properties} has below the class's name, and what the server has set by setters since.
 */
public final class ServerProperties implements Source {

  private static final String REDACTION = "redaction.";
  private static final String MAX_LINE_BYTES = "max-line-bytes";

  private final String prefix;
  private volatile Map<String, String> set;
  private volatile Map<String, String> tried;

  public ServerProperties(Class<?> type) {
    this(type.getName() + '.', Map.of());
  }

  private ServerProperties(String prefix, Map<String, String> set) {
    this.prefix = prefix;
    this.set = set;
    this.tried = set;
  }

  /** The settings as they are now. */
  public Settings settings() {
    return new Settings(this);
  }

  /** The settings as they will be with this one, unless the caller has to {@link #refuse} them. */
  public Settings set(String name, String value) {
    Map<String, String> more = new HashMap<>(set);
    more.put(name, value);
    tried = Map.copyOf(more);
    return new Settings(new ServerProperties(prefix, tried));
  }

  /**
   * Keeps what was set last, or tells a server that sets properties that one cannot be used. Then
   * it is as if it had not been set.
   *
   * @throws IllegalArgumentException that says which, and what to write instead
   */
  public void refuse(Settings settings) {
    if (!settings.problems().isEmpty()) {
      throw new IllegalArgumentException(settings.problems().toString());
    }
    set = tried;
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
        new Redactor(RedactionSettings.read(settings, REDACTION)),
        settings.size(MAX_LINE_BYTES, FormatterContext.LONGEST_LINE, new DataSize(1_024)),
        Optional.empty(),
        FormatterContext.ownSchemas(),
        new LongAdder(),
        false);
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
