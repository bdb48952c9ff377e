package io.sereno.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.sereno.invocation.BeanMethod;
import io.sereno.invocation.CallObserver;
import io.sereno.invocation.Interest;
import jakarta.interceptor.InvocationContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Times the calls of one {@code @Timed} method: one timer for success, one per type of exception.
 */
final class TimedCalls implements CallObserver {

  private final MeterRegistry registry;
  private final BeanMethod method;
  private final String name;
  private final Timer success;
  private final Map<Class<?>, Timer> failures = new ConcurrentHashMap<>();

  TimedCalls(MeterRegistry registry, BeanMethod method, String name) {
    this.registry = registry;
    this.method = method;
    this.name = name;
    this.success = timer("success", "");
  }

  @Override
  public Interest begun(InvocationContext call) {
    return Interest.DURATION;
  }

  @Override
  public void succeeded(InvocationContext call, long nanos, @Nullable Object result) {
    success.record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void failed(InvocationContext call, long nanos, Throwable failure) {
    timerOf(failure.getClass()).record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timerOf(Class<?> failure) {
    Timer known = failures.get(failure);
    return known != null
        ? known
        : failures.computeIfAbsent(failure, type -> timer("failure", type.getName()));
  }

  private Timer timer(String outcome, String errorType) {
    return Timer.builder(name)
        .description(Meters.METHOD_TIMED.description())
        .tag(Meters.CLASS, method.bean().getName())
        .tag(Meters.METHOD, method.method().getName())
        .tag(Meters.OUTCOME, outcome)
        .tag(Meters.ERROR_TYPE, errorType)
        .register(registry);
  }
}
