package io.sereno.settings;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** Values from MicroProfile Config. */
public final class MicroProfileSource implements Source {

  private static final Pattern WITHOUT_DEFAULT = Pattern.compile("\\$\\{[^}:]+\\}");

  private final Config config;

  public MicroProfileSource(Config config) {
    this.config = config;
  }

  @Override
  public Optional<String> value(String key) {
    Optional<String> value;
    try {
      value = config.getOptionalValue(key, String.class);
    } catch (RuntimeException e) { // some servers throw for an expression that leads nowhere
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    }
    if (value.isEmpty()) {
      checkExpression(config.getConfigValue(key).getRawValue());
    }
    return value;
  }

  /** A value that is there but comes to nothing was meant to be something. */
  private static void checkExpression(@Nullable String raw) {
    if (raw != null && WITHOUT_DEFAULT.matcher(raw).find()) {
      throw new IllegalArgumentException(raw);
    }
  }

  @Override
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    config.getPropertyNames().forEach(names::add);
    return names;
  }

  @Override
  public Set<String> declaredNames() {
    Set<String> names = new TreeSet<>();
    for (ConfigSource source : config.getConfigSources()) {
      Set<String> own = source.getPropertyNames();
      if (!isEnvironment(own)) {
        names.addAll(own);
      }
    }
    return names;
  }

  /** Servers name this source differently, and make names of their own of the variables'. */
  private static boolean isEnvironment(Set<String> names) {
    Set<String> variables = System.getenv().keySet();
    return !variables.isEmpty() && names.containsAll(variables);
  }
}
