package io.sereno.metrics;

import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.sereno.invocation.BeanMethod;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The timers of one method: one for success, there from the start, and one per type of exception.
 * Threads: any.
 */
final class MethodTimers {

  private static final int MOST_TYPES = 20;
  private static final String OVERFLOW = "overflow";

  private final MeterRegistry registry;
  private final TimedSettings settings;
  private final Tags method;
  private final Timer success;
  private final Map<Class<?>, Timer> failures = new ConcurrentHashMap<>();

  MethodTimers(MeterRegistry registry, BeanMethod method, TimedSettings settings) {
    this.registry = registry;
    this.settings = settings;
    this.method =
        Tags.of(
                settings.tags().entrySet().stream()
                    .map(tag -> Tag.of(tag.getKey(), tag.getValue()))
                    .toList())
            .and(Meters.CLASS, method.bean().getName())
            .and(Meters.METHOD, method.method().getName());
    this.success = timer("success", "");
  }

  /** A call has ended. */
  void record(long nanos, @Nullable Throwable failure) {
    if (failure == null) {
      success.record(nanos, TimeUnit.NANOSECONDS);
    } else {
      failures(failure.getClass()).record(nanos, TimeUnit.NANOSECONDS);
    }
  }

  /** The calls that are running. */
  LongTaskTimer active() {
    return LongTaskTimer.builder(TimerNames.active(settings.name()))
        .description("Running: " + description())
        .tags(method)
        .register(registry);
  }

  private Timer failures(Class<?> type) {
    Timer known = failures.get(type);
    if (known != null) {
      return known;
    }
    return failures.size() < MOST_TYPES
        ? failures.computeIfAbsent(type, t -> timer("failure", t.getName()))
        : timer("failure", OVERFLOW);
  }

  private Timer timer(String outcome, String errorType) {
    return settings
        .distribution()
        .on(Timer.builder(settings.name()))
        .description(description())
        .tags(method)
        .tag(Meters.OUTCOME, outcome)
        .tag(Meters.ERROR_TYPE, errorType)
        .register(registry);
  }

  private String description() {
    return settings.description().isEmpty()
        ? Meters.METHOD_TIMED.description()
        : settings.description();
  }
}
