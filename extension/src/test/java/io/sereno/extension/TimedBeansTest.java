package io.sereno.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sereno.FakeRequest;
import io.sereno.FakeResponse;
import io.sereno.Timed;
import io.sereno.endpoints.Endpoint;
import io.sereno.invocation.WatchedInterceptor;
import io.sereno.settings.TestSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code @Timed} on the beans of a CDI container, without a server. */
class TimedBeansTest {

  private static final ConfigProviderResolver RESOLVER = ConfigProviderResolver.instance();

  private final Map<String, String> configured =
      new HashMap<>(Map.of("sereno.metrics.access", "public", "sereno.logging.enabled", "false"));

  private @Nullable Config config;
  private @Nullable SerenoExtension extension;

  @AfterEach
  void forget() {
    if (config != null) {
      RESOLVER.releaseConfig(config);
    }
  }

  interface Handler<T> {
    String handle(T what);
  }

  public static class Base {
    public String inherited() {
      return "inherited";
    }
  }

  @ApplicationScoped
  @Timed
  public static class Everything extends Base implements Handler<String> {

    private final CompletableFuture<String> stage = new CompletableFuture<>();

    @PostConstruct
    void prepare() {}

    @Override
    public String handle(String what) {
      return what + hidden() + shared();
    }

    void observe(@Observes Integer event) {}

    public CompletionStage<String> later() {
      return stage;
    }

    private String hidden() {
      return " hidden";
    }

    static String shared() {
      return " shared";
    }

    @Override
    public String toString() {
      return "everything";
    }
  }

  @Dependent
  @Timed
  public static class Plain {
    public void tidy() {}
  }

  @Test
  void aClasssBusinessMethodsAreTimedOnceEach() throws Exception {
    try (WeldContainer container = start()) {
      Everything bean = container.select(Everything.class).get();
      Function<String, String> bridged = ((Handler<String>) bean)::handle;
      assertThat(bridged.apply("done")).isEqualTo("done hidden shared");
      assertThat(bean.inherited()).isEqualTo("inherited");
      assertThat(bean).hasToString("everything");
      container.event().fire(7);

      assertThat(counts())
          .containsExactlyInAnyOrder(
              "Everything.handle 1",
              "Everything.inherited 1",
              "Everything.observe 1",
              "Everything.later 0",
              "Plain.tidy 0");
    }
  }

  @Test
  void theApplicationGetsItsOwnStageBack() throws Exception {
    try (WeldContainer container = start()) {
      Everything bean = container.select(Everything.class).get();
      CompletionStage<String> stage = bean.later();

      assertThat(stage).isSameAs(bean.later()).isExactlyInstanceOf(CompletableFuture.class);
      assertThat(counts()).contains("Everything.later 0");
      stage.toCompletableFuture().complete("done");
      assertThat(counts()).contains("Everything.later 2");
    }
  }

  @Test
  void watchedBeansHaveAnInterceptor() {
    try (WeldContainer container = start()) {
      assertThat(container.select(Plain.class).get())
          .isInstanceOf(Plain.class)
          .isNotExactlyInstanceOf(Plain.class);
    }
  }

  @Test
  void withoutMetricsThereIsNone() {
    configured.put("sereno.metrics.enabled", "false");
    try (WeldContainer container = start()) {
      assertThat(container.select(Plain.class).get()).isExactlyInstanceOf(Plain.class);
    }
  }

  @Test
  void wrongMembersRefuseTheDeployment() {
    configured.put(Plain.class.getName() + "/tidy/Timed/percentiles", "0.5,2");
    configured.put(Plain.class.getName() + "/tidy/Timed/tags", "outcome=mine");

    assertThatThrownBy(this::start)
        .hasMessageContaining(
            Plain.class.getName()
                + "/tidy/Timed/percentiles = \"0.5,2\": write numbers from 0 to 1")
        .hasMessageContaining(
            Plain.class.getName() + "/tidy/Timed/tags = \"outcome=mine\": write key=value, with");
  }

  private WeldContainer start() {
    config = TestSettings.config(configured);
    RESOLVER.registerConfig(config, Thread.currentThread().getContextClassLoader());
    extension = new SerenoExtension();
    return new Weld()
        .disableDiscovery()
        .addExtension(extension)
        .addBeanClasses(WatchedInterceptor.class, Everything.class, Plain.class)
        .initialize();
  }

  /** How many calls of each method have succeeded. */
  private List<String> counts() throws Exception {
    Endpoint endpoint =
        Objects.requireNonNull(extension).sereno().endpoints().stream()
            .filter(one -> one.name().equals("metrics"))
            .findFirst()
            .orElseThrow();
    FakeResponse response = new FakeResponse();
    endpoint.service(
        (jakarta.servlet.ServletRequest) new FakeRequest("GET", "/app/sereno/metrics").get(),
        response.get());
    return response
        .body()
        .lines()
        .filter(line -> line.startsWith("method_timed_seconds_count"))
        .map(line -> line.replaceFirst(".*\\$(\\w+)\".*method=\"(\\w+)\".*} ", "$1.$2 "))
        .toList();
  }
}
