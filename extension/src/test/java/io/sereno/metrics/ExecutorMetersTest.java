package io.sereno.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sereno.figures.Figures;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.MBeanInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExecutorMetersTest {

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final List<ObjectName> registered = new ArrayList<>();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final ExecutorMeters executors = new ExecutorMeters(registry, new Figures().failures());

  @AfterEach
  void unregister() throws Exception {
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
    executors.look();

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
    executors.look();

    assertThat(shown())
        .containsExactly("executor_pool_size_threads{name=\"java:x/scheduler\"} 4.0");
  }

  @Test
  void executorsComeAndGo() throws Exception {
    executors.look();
    assertThat(shown()).isEmpty();

    ObjectName first =
        executor("managed-executor-service=one", Map.of("jndiName", "one", "threadCount", 1));
    executors.look();
    assertThat(shown()).containsExactly("executor_pool_size_threads{name=\"one\"} 1.0");

    server.unregisterMBean(first);
    assertThat(shown()).containsExactly("executor_pool_size_threads{name=\"one\"} NaN");
    executor("managed-executor-service=two", Map.of("jndiName", "two", "threadCount", 2));
    executors.look();
    assertThat(shown()).containsExactly("executor_pool_size_threads{name=\"two\"} 2.0");
  }

  private List<String> shown() {
    return registry.scrape().lines().filter(line -> !line.startsWith("#")).sorted().toList();
  }

  private ObjectName executor(String resource, Map<String, Object> attributes) throws Exception {
    ObjectName name = new ObjectName("jboss.as:subsystem=ee," + resource);
    server.registerMBean(new Resource(attributes), name);
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
