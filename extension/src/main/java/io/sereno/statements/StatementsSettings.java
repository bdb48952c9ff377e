package io.sereno.statements;

import io.sereno.settings.Settings;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Settings of statements.
 *
 * @param enabled {@code sereno.statements.enabled}: whether statements are seen at all; true by
 *     default
 * @param dataSources {@code sereno.metrics.datasource.<name>.jndi}: by the name of the bean that an
 *     application injects, the JNDI name of the data source that stands behind it
 */
public record StatementsSettings(boolean enabled, Map<String, String> dataSources) {

  static final String DATA_SOURCES = "sereno.metrics.datasource";
  static final String JNDI = "jndi";

  private static final String ENABLED = "sereno.statements.enabled";

  public StatementsSettings {
    dataSources = Map.copyOf(dataSources);
  }

  public static StatementsSettings read(Settings settings) {
    Map<String, String> sources = new LinkedHashMap<>();
    settings
        .sections(DATA_SOURCES)
        .forEach(
            (name, own) -> {
              String found = own.text(JNDI).orElse("");
              if (found.isEmpty()) {
                own.problem(JNDI, found, "write a JNDI name such as java:app/jdbc/orders");
              }
              sources.put(name, found);
            });
    return new StatementsSettings(settings.flag(ENABLED, true), sources);
  }
}
