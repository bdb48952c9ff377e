package io.sereno.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.sereno.Timed;
import io.sereno.figures.Figures;
import io.sereno.invocation.BeanMethod;
import io.sereno.invocation.CallObserver;
import io.sereno.settings.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Finds the {@code @Timed} methods, and makes what observes their calls. */
final class TimedMethods implements CallObserver.Factory {

  private final CallTimers timers;
  private final Figures figures;
  private final DistributionKeys defaults;
  private final TimerNames names;
  private final Map<Map<String, String>, LongAdder> exceeded = new HashMap<>();

  TimedMethods(MeterRegistry registry, Figures figures, DistributionKeys defaults) {
    this.timers = new CallTimers(registry);
    this.figures = figures;
    this.defaults = defaults;
    this.names = new TimerNames(registry.config().namingConvention());
  }

  @Override
  public CallObserver observe(BeanMethod method, Settings settings) {
    return method
        .annotation(Timed.class)
        .filter(timed -> settings.flag(method.key(settings, Timed.class, "enabled"), true))
        .map(timed -> TimedSettings.read(timed, method, settings, defaults))
        .map(timed -> observer(method, timed, settings))
        .orElse(CallObserver.noop());
  }

  private CallObserver observer(BeanMethod method, TimedSettings timed, Settings settings) {
    if (!names.allow(method, timed, settings)) {
      return CallObserver.noop();
    }
    MethodTimers own = new MethodTimers(timers, method, timed);
    List<CallObserver> observers = new ArrayList<>();
    observers.add(new TimedCalls(own, Completion.isPossible(method.method()), figures.failures()));
    if (timed.longTask()) {
      observers.add(new ActiveCalls(own.active(), figures.failures()));
    }
    if (timed.maxQueries() != TimedSettings.UNLIMITED) {
      observers.add(
          new QueryBudget(
              method.fullName(), timed.maxQueries(), exceeded(method), figures.failures()));
    }
    return CallObserver.composite(
        observers.stream()
            .map(observer -> CallObserver.guarded(observer, figures.failures()))
            .toList());
  }

  /** Overloads share a counter, as they share a timer. */
  private LongAdder exceeded(BeanMethod method) {
    return exceeded.computeIfAbsent(
        Map.of(Meters.CLASS, method.bean().getName(), Meters.METHOD, method.method().getName()),
        tags ->
            figures.counter(
                "sereno.timed.queries.exceeded",
                "Calls that needed more SQL statements than the maxQueries of their method",
                tags));
  }
}
