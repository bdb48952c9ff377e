package io.sereno.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.sereno.Timed;
import io.sereno.figures.Failures;
import io.sereno.invocation.BeanMethod;
import io.sereno.invocation.CallObserver;
import io.sereno.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/** Finds the {@code @Timed} methods, and makes what observes their calls. */
final class TimedMethods implements CallObserver.Factory {

  private final CallTimers timers;
  private final QueryBudgets budgets;
  private final DistributionKeys defaults;
  private final Failures failures;
  private final TimerNames names;

  TimedMethods(
      MeterRegistry registry, QueryBudgets budgets, DistributionKeys defaults, Failures failures) {
    this.timers = new CallTimers(registry);
    this.budgets = budgets;
    this.defaults = defaults;
    this.failures = failures;
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
    observers.add(new TimedCalls(own, Completion.isPossible(method.method()), failures));
    if (timed.longTask()) {
      observers.add(new ActiveCalls(own.active(), failures));
    }
    observers.add(budgets.observer(method, timed, settings));
    return CallObserver.composite(
        observers.stream().map(observer -> CallObserver.guarded(observer, failures)).toList());
  }
}
