package io.sereno.settings;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** Settings from a map, through a real implementation of MicroProfile Config. */
public final class TestSettings {

  private TestSettings() {}

  public static Settings of(Map<String, String> values) {
    return new Settings(new MicroProfileSource(config(values)));
  }

  public static Config config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .build();
  }
}
