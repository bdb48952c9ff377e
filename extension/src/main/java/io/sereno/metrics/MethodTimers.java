package io.sereno.metrics;

import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.sereno.invocation.BeanMethod;
import org.jspecify.annotations.Nullable;

/**
 * The timers of one method: one for success, there from the start, and one per type of exception.
 * Threads: any.
 */
final class MethodTimers {

  private static final int MOST_TYPES = 20;

  private final CallTimers timers;
  private final TimedSettings settings;
  private final Tags method;
  private final CallTimer success;
  private final Remembered<Class<?>, CallTimer> failures =
      new Remembered<>(
          Remembered.Limit.of(MOST_TYPES),
          type -> timer("failure", type.getName()),
          () -> timer("failure", CardinalityGuard.OVERFLOW));

  MethodTimers(CallTimers timers, BeanMethod method, TimedSettings settings) {
    this.timers = timers;
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
      success.record(nanos);
    } else {
      failures.get(failure.getClass()).record(nanos);
    }
  }

  /** The calls that are running. */
  LongTaskTimer active() {
    return LongTaskTimer.builder(TimerNames.active(settings.name()))
        .description("Running: " + settings.description())
        .tags(method)
        .register(timers.registry());
  }

  private CallTimer timer(String outcome, String errorType) {
    return timers.get(
        settings, method.and(Meters.OUTCOME, outcome).and(Meters.ERROR_TYPE, errorType));
  }
}
