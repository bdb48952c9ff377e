package io.sereno.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sereno.Audited;
import io.sereno.Logged;
import io.sereno.RecordedLogs;
import io.sereno.Severity;
import io.sereno.Timed;
import io.sereno.audit.RecordedInterceptor;
import io.sereno.context.Context;
import io.sereno.context.ContextScope;
import io.sereno.invocation.WatchedInterceptor;
import io.sereno.settings.TestSettings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.SessionScoped;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The extension in a CDI container, without a server. */
class SerenoExtensionTest {

  private static final Logger ROOT = Logger.getLogger("");
  private static final ConfigProviderResolver RESOLVER = ConfigProviderResolver.instance();

  private final Map<String, String> configured = new LinkedHashMap<>();
  private Config config = TestSettings.config(configured);

  private final RecordedLogs logs = new RecordedLogs("io.sereno");

  public static class Base {
    @Logged
    public String inherited() {
      return "inherited";
    }
  }

  @ApplicationScoped
  @Logged
  @Timed
  public static class Invoices extends Base {

    @PostConstruct
    void prepare() {}

    @Audited("invoice.approve")
    public String approve(long id) {
      return "approved " + id;
    }

    @Logged(Severity.WARNING)
    public void fail() {
      throw new IllegalStateException("expected by a test");
    }

    @Override
    public String toString() {
      return "invoices";
    }
  }

  @SessionScoped
  @Logged
  @Timed
  @Audited
  public static class Basket implements Serializable {
    private static final long serialVersionUID = 1L;

    public void put() {}
  }

  @Dependent
  public static class Unwatched {
    public void work() {}
  }

  @AfterEach
  void forget() {
    logs.close();
    RESOLVER.releaseConfig(config);
  }

  @Test
  void watchesAndAuditsTheCallsOfABean() {
    try (WeldContainer container = start()) {
      Invoices invoices = container.select(Invoices.class).get();

      assertThat(invoices.approve(42)).isEqualTo("approved 42");
      assertThat(invoices.inherited()).isEqualTo("inherited");
      assertThat(invoices.toString()).isEqualTo("invoices");
      assertThatThrownBy(invoices::fail)
          .isExactlyInstanceOf(IllegalStateException.class)
          .hasMessage("expected by a test");
    }

    String call = "[code.function.name, event.outcome, event.duration]";
    assertThat(lines())
        .containsExactly(
            "anonymous invoice.approve id=42: success"
                + " [event.kind, event.action, event.outcome, audit.parameters]",
            "Invoices.approve succeeded in n ms " + call,
            "Invoices.inherited succeeded in n ms " + call,
            "Invoices.fail failed after n ms: java.lang.IllegalStateException " + call);
  }

  @Test
  void switchedOffFeaturesDoNothing() {
    configure("sereno.logging.enabled", "false");
    configure("sereno.audit.enabled", "false");
    try (WeldContainer container = start()) {
      assertThat(container.select(Invoices.class).get().approve(42)).isEqualTo("approved 42");
    }

    assertThat(lines()).isEmpty();
  }

  @Test
  void withoutAContextOnlyTheEndpointsAreThere() {
    configure("sereno.context.enabled", "false");
    assertThat(registered())
        .containsExactly("sereno-metrics", "sereno-audit", "sereno-loggers", "sereno-health");
    forget();
    configured.clear();
    assertThat(registered()).contains("ContextListener", "sereno-context", "sereno-audit");
  }

  /** What it has in a servlet container. */
  private List<String> registered() {
    List<String> names = new ArrayList<>();
    try (WeldContainer container = start()) {
      assertThat(container.isRunning()).isTrue();
      new SerenoInitializer().onStartup(null, servletContext(names));
    }
    return names;
  }

  private static ServletContext servletContext(List<String> names) {
    return proxy(
        ServletContext.class,
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "addListener" -> names.add(arguments[0].getClass().getSimpleName()) ? null : "";
              case "addFilter" ->
                  names.add((String) arguments[0])
                      ? proxy(FilterRegistration.Dynamic.class, (p, m, a) -> null)
                      : "";
              case "addServlet" ->
                  names.add((String) arguments[0])
                      ? proxy(
                          ServletRegistration.Dynamic.class,
                          (p, m, a) -> m.getName().equals("addMapping") ? Set.of() : null)
                      : "";
              default -> null;
            });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @Test
  void switchesTheContextOffAndOnAgain() {
    configure("sereno.context.enabled", "false");
    Context context = Context.received(null, "r1");
    try (WeldContainer container = start()) {
      assertThat(container.isRunning()).isTrue();
      assertThat(opened(context)).isSameAs(Context.NONE);
      assertThat(container.select(Invoices.class).get().approve(42)).isEqualTo("approved 42");
    }

    assertThat(opened(context)).isSameAs(context);
  }

  private static Context opened(Context context) {
    try (ContextScope scope = context.open()) {
      assertThat(scope).isNotNull();
      return Context.current();
    }
  }

  @Test
  void oneMethodCanBeSwitchedOff() {
    configure(Invoices.class.getName() + "/approve/Logged/enabled", "false");
    configure(Invoices.class.getName() + "/approve/Audited/enabled", "false");
    try (WeldContainer container = start()) {
      container.select(Invoices.class).get().approve(42);
    }

    assertThat(lines()).isEmpty();
  }

  @Test
  void givesTheRootLoggerBack() {
    List<Handler> before = List.of(ROOT.getHandlers());
    configure("sereno.logging.scope", "server");
    try (WeldContainer container = start()) {
      assertThat(container.isRunning()).isTrue();
      assertThat(ROOT.getHandlers()).doesNotContainAnyElementsOf(before);
    }

    assertThat(ROOT.getHandlers()).containsExactlyElementsOf(before);
  }

  @Test
  void refusesAWrongConfigurationWithAllItsProblems() {
    configure("sereno.health.timeout", "5 parsecs");
    configure("sereno.logging.root.level", "LOUD");
    configure("sereno.metrics.path", "/same");
    configure("sereno.health.path", "/same");
    configure("sereno.helth.enabled", "true");
    configure(Invoices.class.getName() + "/approve/Logged/value", "NOISY");

    assertThatThrownBy(this::start)
        .hasMessageContaining(
            """
            Sereno's settings cannot be used:
              sereno.logging.root.level = "LOUD": write one of DEBUG, INFO, WARNING, ERROR, CRITICAL
              sereno.health.timeout = "5 parsecs": write a duration such as 500ms, 10s, 5m or PT5M
              sereno.health.path = "/same": choose a path that is not the one of metrics
              io.sereno.extension.SerenoExtensionTest$Invoices/approve/Logged/value = "NOISY": \
            write one of DEBUG, INFO, WARNING, ERROR, CRITICAL
            and some mean nothing:
              sereno.helth.enabled (did you mean sereno.health.enabled?)""");
  }

  /** What was logged with fields: the message, and the names of the fields. */
  private List<String> lines() {
    return logs.records().stream()
        .filter(record -> record.getParameters() != null)
        .map(
            record ->
                new SimpleFormatter().formatMessage(record).replaceAll("[0-9.]+ ms", "n ms")
                    + ' '
                    + fields(record.getParameters()))
        .toList();
  }

  private static Set<?> fields(Object[] parameters) {
    return ((Map<?, ?>) parameters[parameters.length - 1]).keySet();
  }

  private void configure(String key, String value) {
    configured.put(key, value);
  }

  private WeldContainer start() {
    config = TestSettings.config(configured);
    RESOLVER.registerConfig(config, Thread.currentThread().getContextClassLoader());
    return new Weld()
        .disableDiscovery()
        .addExtension(new SerenoExtension())
        .addBeanClasses(
            WatchedInterceptor.class,
            RecordedInterceptor.class,
            Invoices.class,
            Basket.class,
            Unwatched.class)
        .initialize();
  }
}
