package io.sereno.metrics;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sereno.figures.Figures;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.MBeanInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutorMetersTest {

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final List<ObjectName> registered = new ArrayList<>();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final AtomicLong nanos = new AtomicLong();
  private final ExecutorMeters executors =
      new ExecutorMeters(registry, new Figures().failures(), nanos::get);
  private final ForeignMBeans foreign = ForeignMBeans.open();

  @AfterEach
  void unregister() throws Exception {
    foreign.close();
    for (ObjectName name : registered) {
      if (server.isRegistered(name)) {
        server.unregisterMBean(name);
      }
    }
  }

  @Test
  void showsWhatTheServerTells() throws Exception {
    executor(
        "managed-executor-service=default",
        Map.of(
            "jndiName", "java:x/executor",
            "activeThreadCount", 1,
            "currentQueueSize", 2,
            "completedTaskCount", 3L,
            "threadCount", 4,
            "maxThreads", 5,
            "maxThreadCount", 6));
    look();

    assertThat(shown())
        .containsExactly(
            "executor_active_threads{name=\"java:x/executor\"} 1.0",
            "executor_completed_tasks_total{name=\"java:x/executor\"} 3.0",
            "executor_pool_max_threads{name=\"java:x/executor\"} 5.0",
            "executor_pool_size_threads{name=\"java:x/executor\"} 4.0",
            "executor_queued_tasks{name=\"java:x/executor\"} 2.0");
  }

  @Test
  void whatIsNotToldIsNotZero() throws Exception {
    executor(
        "managed-scheduled-executor-service=default",
        Map.of("jndiName", "java:x/scheduler", "threadCount", 4, "maxThreadCount", 6));
    executor("managed-scheduled-executor-service=nameless", Map.of("threadCount", 4));
    look();

    assertThat(shown())
        .containsExactly("executor_pool_size_threads{name=\"java:x/scheduler\"} 4.0");
  }

  @Test
  void executorsComeAndGo() throws Exception {
    look();
    assertThat(shown()).isEmpty();

    ObjectName first =
        executor("managed-executor-service=one", Map.of("jndiName", "one", "threadCount", 1));
    look();
    assertThat(shown()).containsExactly("executor_pool_size_threads{name=\"one\"} 1.0");

    server.unregisterMBean(first);
    assertThat(shown()).containsExactly("executor_pool_size_threads{name=\"one\"} NaN");
    executor("managed-executor-service=two", Map.of("jndiName", "two", "threadCount", 2));
    look();
    assertThat(shown()).containsExactly("executor_pool_size_threads{name=\"two\"} 2.0");
  }

  @Test
  void whatIsToldLaterIsShownLater() throws Exception {
    Map<String, Object> attributes = new ConcurrentHashMap<>(Map.of("threadCount", 4));
    executor(server, "managed-executor-service=late", attributes);
    look();
    assertThat(shown()).isEmpty();

    attributes.put("jndiName", "late");
    look();
    assertThat(shown()).containsExactly("executor_pool_size_threads{name=\"late\"} 4.0");

    attributes.put("activeThreadCount", 1);
    attributes.put("completedTaskCount", 3L);
    look();
    assertThat(shown())
        .containsExactly(
            "executor_active_threads{name=\"late\"} 1.0",
            "executor_completed_tasks_total{name=\"late\"} 3.0",
            "executor_pool_size_threads{name=\"late\"} 4.0");
  }

  @Test
  void aReadThatFailsLeavesTheCounterAsItWas() throws Exception {
    executor(
        foreign.server(),
        "managed-executor-service=one",
        Map.of("jndiName", "one", "threadCount", 1, "completedTaskCount", 3L));
    look();
    System.gc(); // Micrometer refers weakly to what counters are read from

    foreign.fail("getAttribute", "Count", new IllegalStateException("expected"));
    assertThat(shown())
        .containsExactly(
            "executor_completed_tasks_total{name=\"one\"} 3.0",
            "executor_pool_size_threads{name=\"one\"} NaN");

    foreign.recover();
    assertThat(shown())
        .containsExactly(
            "executor_completed_tasks_total{name=\"one\"} 3.0",
            "executor_pool_size_threads{name=\"one\"} 1.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"managed-executor-service", "managed-scheduled-executor-service"})
  void aSearchThatFailsLeavesAllAsItIs(String query) throws Exception {
    executor("managed-executor-service=one", Map.of("jndiName", "one", "threadCount", 1));
    executor("managed-scheduled-executor-service=two", Map.of("jndiName", "two", "threadCount", 2));
    look();

    foreign.fail("queryNames", query, new IllegalStateException("expected"));
    look();

    assertThat(shown())
        .containsExactly(
            "executor_pool_size_threads{name=\"one\"} 1.0",
            "executor_pool_size_threads{name=\"two\"} 2.0");
  }

  @Test
  void searchesTwiceAMinuteAtMost() throws Exception {
    executors.look();
    executor("managed-executor-service=one", Map.of("jndiName", "one", "threadCount", 1));
    nanos.addAndGet(SECONDS.toNanos(30) - 1);
    executors.look();
    assertThat(shown()).isEmpty();

    nanos.addAndGet(1);
    executors.look();
    assertThat(shown()).containsExactly("executor_pool_size_threads{name=\"one\"} 1.0");
  }

  @Test
  void nobodyWaitsForASlowServer() throws Exception {
    AtomicBoolean passed = new AtomicBoolean();
    Map<String, Object> slow =
        new HashMap<>(Map.of("jndiName", "slow")) {
          @Override
          public boolean containsKey(Object attribute) {
            assertThat(CompletableFuture.runAsync(ExecutorMetersTest.this::look))
                .succeedsWithin(10, SECONDS);
            passed.set(true);
            return super.containsKey(attribute);
          }
        };
    executor("managed-executor-service=slow", slow);
    look();

    assertThat(passed).isTrue();
  }

  @Test
  void anExecutorMayBeNamedAsTheSharedSeries() throws Exception {
    ObjectName first =
        executor("managed-executor-service=one", Map.of("jndiName", "overflow", "threadCount", 1));
    look();
    assertThat(shown()).containsExactly("executor_pool_size_threads{name=\"overflow\"} 1.0");

    server.unregisterMBean(first);
    look();
    assertThat(shown()).isEmpty();
  }

  /** Whoever made the registry's filters may have made mistakes. */
  @Test
  void aFilterThatFailsTakesNoOtherMeterAlong() throws Exception {
    registry
        .config()
        .meterFilter(
            new MeterFilter() {
              @Override
              public Meter.Id map(Meter.Id id) {
                if (id.getName().equals("executor.active")) {
                  throw new IllegalStateException("expected");
                }
                return id;
              }
            });
    executor(
        "managed-executor-service=one",
        Map.of("jndiName", "one", "activeThreadCount", 1, "threadCount", 2));
    look();

    assertThat(shown()).containsExactly("executor_pool_size_threads{name=\"one\"} 2.0");
  }

  /** When the last search was long ago. */
  private void look() {
    nanos.addAndGet(SECONDS.toNanos(30));
    executors.look();
  }

  private List<String> shown() {
    return registry.scrape().lines().filter(line -> !line.startsWith("#")).sorted().toList();
  }

  private ObjectName executor(String resource, Map<String, Object> attributes) throws Exception {
    return executor(server, resource, attributes);
  }

  private ObjectName executor(MBeanServer at, String resource, Map<String, Object> attributes)
      throws Exception {
    ObjectName name = new ObjectName("jboss.as:subsystem=ee," + resource);
    at.registerMBean(new Resource(attributes), name);
    registered.add(name);
    return name;
  }

  /** A resource of WildFly's management model, as its MBeans show it. */
  private record Resource(Map<String, Object> attributes) implements DynamicMBean {

    @Override
    public Object getAttribute(String attribute) throws AttributeNotFoundException {
      if (!attributes.containsKey(attribute)) {
        throw new AttributeNotFoundException(attribute);
      }
      return attributes.get(attribute);
    }

    @Override
    public AttributeList getAttributes(String[] names) {
      return new AttributeList();
    }

    @Override
    public void setAttribute(Attribute attribute) {}

    @Override
    public AttributeList setAttributes(AttributeList wanted) {
      return wanted;
    }

    @Override
    public Object invoke(String action, Object[] arguments, String[] signature) {
      throw new UnsupportedOperationException(action);
    }

    @Override
    public MBeanInfo getMBeanInfo() {
      return new MBeanInfo(Resource.class.getName(), "", null, null, null, null);
    }
  }
}
