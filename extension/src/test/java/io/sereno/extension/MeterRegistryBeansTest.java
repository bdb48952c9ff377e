package io.sereno.extension;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sereno.Timed;
import io.sereno.invocation.WatchedInterceptor;
import io.sereno.settings.TestSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Micrometer registries that are beans of the application, without a server. */
class MeterRegistryBeansTest {

  private static final ConfigProviderResolver RESOLVER = ConfigProviderResolver.instance();

  private final Map<String, String> configured =
      new HashMap<>(Map.of("sereno.logging.enabled", "false"));

  private @Nullable Config config;

  @BeforeEach
  void empty() {
    Registries.SINGLETON.clear();
    Registries.PROXIED.clear();
    Registries.PART.clear();
    Registries.WHOLE.clear();
  }

  @AfterEach
  void forget() {
    if (config != null) {
      RESOLVER.releaseConfig(config);
    }
  }

  /** Anybody's: one of each kind, and one that is part of another. */
  @Dependent
  public static class Registries {

    static final SimpleMeterRegistry SINGLETON = new SimpleMeterRegistry();
    static final SimpleMeterRegistry PROXIED = new SimpleMeterRegistry();
    static final SimpleMeterRegistry PART = new SimpleMeterRegistry();
    static final CompositeMeterRegistry WHOLE = new CompositeMeterRegistry();

    static {
      WHOLE.add(PART);
    }

    @Produces
    @Singleton
    MeterRegistry singleton() {
      return SINGLETON;
    }

    @Produces
    @ApplicationScoped
    @Named("proxied")
    SimpleMeterRegistry proxied() {
      return PROXIED;
    }

    @Produces
    @Singleton
    @Named("whole")
    MeterRegistry whole() {
      return WHOLE;
    }

    @Produces
    @Singleton
    @Named("part")
    MeterRegistry part() {
      return PART;
    }

    @Produces
    @Singleton
    @Named("broken")
    MeterRegistry broken() {
      throw new IllegalStateException("expected by a test");
    }
  }

  @Dependent
  @Timed
  public static class Work {
    public void go() {}
  }

  @Test
  void eachIsToldOfWhatSerenoMeasuresUntilTheApplicationEnds() {
    try (WeldContainer container = start()) {
      container.select(Work.class).get().go();

      assertThat(goes(Registries.SINGLETON)).isEqualTo(1);
      assertThat(goes(Registries.PROXIED)).isEqualTo(1);
      assertThat(goes(Registries.PART)).isEqualTo(1);
      Counter errors = Registries.PART.get("http.server.request.errors").counter();
      assertThat(errors.count()).isZero();
    }

    assertThat(Registries.SINGLETON.getMeters()).isEmpty();
    assertThat(Registries.PROXIED.getMeters()).isEmpty();
    assertThat(Registries.WHOLE.getMeters()).isEmpty();
    assertThat(Registries.PART.getMeters()).isEmpty();
    assertThat(Registries.PART.isClosed()).isFalse();
  }

  @Test
  void whoDoesNotWantThatSaysSo() {
    configured.put("sereno.metrics.bridge.registries", "false");
    try (WeldContainer container = start()) {
      container.select(Work.class).get().go();

      assertThat(Registries.SINGLETON.getMeters()).isEmpty();
    }
  }

  private static double goes(MeterRegistry registry) {
    return registry.get("method.timed").tag("method", "go").functionTimers().stream()
        .mapToDouble(FunctionTimer::count)
        .sum();
  }

  private WeldContainer start() {
    config = TestSettings.config(configured);
    RESOLVER.registerConfig(config, Thread.currentThread().getContextClassLoader());
    return new Weld()
        .disableDiscovery()
        .addExtension(new SerenoExtension())
        .addBeanClasses(WatchedInterceptor.class, Registries.class, Work.class)
        .initialize();
  }
}
