package io.sereno.invocation;

import io.sereno.figures.Failures;
import io.sereno.settings.Settings;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Knows who observes which method. Threads: any. */
public final class Calls {

  private final List<CallObserver.Factory> factories;
  private final Failures failures;
  private final Plans<CallObserver> plans = new Plans<>(CallObserver.noop());
  private final Map<Class<?>, BeanCalls> beans = new ConcurrentHashMap<>();

  public Calls(List<CallObserver.Factory> factories, Failures failures) {
    this.factories = List.copyOf(factories);
    this.failures = failures;
  }

  /** Plans the method's calls, and says whether anybody observes them. */
  public boolean watch(BeanMethod method, Settings settings) {
    CallObserver observer =
        CallObserver.composite(
            factories.stream()
                .map(factory -> CallObserver.guarded(factory.observe(method, settings), failures))
                .toList());
    if (observer == CallObserver.noop()) {
      return false;
    }
    plans.put(method, observer);
    return true;
  }

  /** The same for all instances of a class. */
  BeanCalls of(Class<?> instance) {
    BeanCalls known = beans.get(instance);
    return known != null
        ? known
        : beans.computeIfAbsent(instance, type -> new BeanCalls(type, this));
  }

  CallObserver observer(Class<?> instance, Method method) {
    return plans.find(instance, method);
  }
}
