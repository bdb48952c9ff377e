package io.sereno.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sereno.figures.Failures;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;

/**
 * What the server tells of its managed executors, with Micrometer's names: {@code
 * executor_active_threads{name="java:jboss/ee/concurrency/executor/default"}}, {@code
 * executor_queued_tasks}, {@code executor_completed_tasks_total}, {@code
 * executor_pool_size_threads}, {@code executor_pool_max_threads}.
 *
 * <p>WildFly tells, by the MBeans of its management model, of the executors in its configuration,
 * which all applications share; of how many threads there may be where that is configured. Payara's
 * MBeans know what is configured and not what goes on, and neither has any of an executor that an
 * application defines. What is not told has no meter: zero would be wrong. Threads: any.
 */
final class ExecutorMeters {

  private static final List<String> ALL =
      List.of(
          "jboss.as:subsystem=ee,managed-executor-service=*",
          "jboss.as:subsystem=ee,managed-scheduled-executor-service=*");

  private final MeterRegistry registry;
  private final Failures failures;
  private final Map<ServerExecutor, List<Meter>> shown = new HashMap<>();
  private final Object lock = new Object();

  /** Shows nothing before the first {@link #look}. */
  ExecutorMeters(MeterRegistry registry, Failures failures) {
    this.registry = registry;
    this.failures = failures;
  }

  /** Finds the executors that there are now; those that have gone are shown no longer. */
  void look() {
    Set<ServerExecutor> found = new HashSet<>();
    try {
      for (MBeanServer server : MBeanServerFactory.findMBeanServer(null)) {
        for (String pattern : ALL) {
          for (ObjectName name : server.queryNames(new ObjectName(pattern), null)) {
            found.add(new ServerExecutor(server, name, failures));
          }
        }
      }
    } catch (JMException | JMRuntimeException | SecurityException e) {
      failures.report("metrics", "looking for executors", e);
    }
    synchronized (lock) {
      show(found);
    }
  }

  private void show(Set<ServerExecutor> found) {
    shown
        .entrySet()
        .removeIf(
            known -> {
              boolean gone = !found.contains(known.getKey());
              if (gone) {
                known.getValue().forEach(this::forget);
              }
              return gone;
            });
    found.forEach(executor -> shown.computeIfAbsent(executor, this::shown));
  }

  /** Unless it is the series that too many executors share: others may count with it. */
  private void forget(Meter meter) {
    if (!CardinalityGuard.OVERFLOW.equals(meter.getId().getTag(Meters.EXECUTOR))) {
      registry.remove(meter);
    }
  }

  private List<Meter> shown(ServerExecutor executor) {
    return executor.jndiName().map(name -> shown(executor, name)).orElse(List.of());
  }

  private List<Meter> shown(ServerExecutor executor, String name) {
    return Stream.of(
            gauge(Meters.EXECUTOR_ACTIVE, name, Meters.THREADS, executor, "activeThreadCount"),
            gauge(Meters.EXECUTOR_QUEUED, name, Meters.TASKS, executor, "currentQueueSize"),
            gauge(Meters.EXECUTOR_POOL_SIZE, name, Meters.THREADS, executor, "threadCount"),
            gauge(Meters.EXECUTOR_POOL_MAX, name, Meters.THREADS, executor, "maxThreads"),
            completed(name, executor, "completedTaskCount"))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Meter> gauge(
      Meters meter, String name, String unit, ServerExecutor executor, String attribute) {
    return executor
        .figure(attribute)
        .map(
            told ->
                Gauge.builder(meter.key(), executor, value(attribute))
                    .description(meter.description())
                    .baseUnit(unit)
                    .tag(Meters.EXECUTOR, name)
                    .register(registry));
  }

  private Optional<Meter> completed(String name, ServerExecutor executor, String attribute) {
    Meters meter = Meters.EXECUTOR_COMPLETED;
    return executor
        .figure(attribute)
        .map(
            told ->
                FunctionCounter.builder(meter.key(), executor, value(attribute))
                    .description(meter.description())
                    .baseUnit(Meters.TASKS)
                    .tag(Meters.EXECUTOR, name)
                    .register(registry));
  }

  /** Not a number once the executor has gone. */
  private static ToDoubleFunction<ServerExecutor> value(String attribute) {
    return executor -> executor.figure(attribute).map(Number::doubleValue).orElse(Double.NaN);
  }
}
