package io.sereno.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.sereno.figures.Failures;
import io.sereno.metrics.FoundMeters.Series;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import javax.management.JMException;

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

  /** For each search WildFly walks through the whole of its management model. */
  private static final Duration BETWEEN_SEARCHES = Duration.ofSeconds(30);

  private final Failures failures;
  private final FoundMeters<MBean> meters;
  private final Rounds rounds;

  /** Shows nothing before the first {@link #look}. */
  ExecutorMeters(MeterRegistry registry, Failures failures) {
    this(registry, failures, System::nanoTime);
  }

  /** With a clock. */
  ExecutorMeters(MeterRegistry registry, Failures failures, LongSupplier nanoTime) {
    this.failures = failures;
    this.meters = new FoundMeters<>(registry, failures);
    this.rounds = new Rounds(BETWEEN_SEARCHES, nanoTime);
  }

  /**
   * Finds the executors that there are now, unless that was done just before; those that have gone
   * are shown no longer. If it fails, all stays as it is.
   */
  void look() {
    rounds.go(this::search);
  }

  private void search() {
    Set<MBean> found = new LinkedHashSet<>();
    try {
      for (String pattern : ALL) {
        found.addAll(MBean.find(pattern));
      }
    } catch (JMException | RuntimeException e) {
      failures.report("metrics", "looking for executors", e);
      return;
    }
    meters.keep(found);
    for (MBean executor : found) {
      executor.text("jndiName", failures).ifPresent(name -> show(executor, name));
    }
  }

  private void show(MBean executor, String name) {
    gauge(executor, name, Meters.EXECUTOR_ACTIVE, Meters.THREADS, "activeThreadCount");
    gauge(executor, name, Meters.EXECUTOR_QUEUED, Meters.TASKS, "currentQueueSize");
    gauge(executor, name, Meters.EXECUTOR_POOL_SIZE, Meters.THREADS, "threadCount");
    gauge(executor, name, Meters.EXECUTOR_POOL_MAX, Meters.THREADS, "maxThreads");
    meters.counter(
        executor,
        series(Meters.EXECUTOR_COMPLETED, name, Meters.TASKS),
        new GrowingFigure(Set.of(executor), "completedTaskCount", failures));
  }

  private void gauge(MBean executor, String name, Meters meter, String unit, String attribute) {
    meters.gauge(executor, series(meter, name, unit), () -> executor.figure(attribute, failures));
  }

  private static Series series(Meters meter, String name, String unit) {
    return new Series(meter, Tags.of(Meters.EXECUTOR, name), unit);
  }
}
