package io.sereno.invocation;

import io.sereno.figures.Failures;
import io.sereno.settings.Settings;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows who observes which method. Threads: any. */
public final class Calls {

  private final List<CallObserver.Factory> factories;
  private final Failures failures;
  private final Plans<CallObserver> plans = new Plans<>(CallObserver.noop());

  public Calls(List<CallObserver.Factory> factories, Failures failures) {
    this.factories = List.copyOf(factories);
    this.failures = failures;
  }

  /** Plans the method's calls, and says whether anybody observes them. */
  public boolean watch(BeanMethod method, Settings settings) {
    CallObserver observer =
        CallObserver.composite(
            factories.stream().map(factory -> factory.observe(method, settings)).toList());
    if (observer == CallObserver.noop()) {
      return false;
    }
    plans.put(method, observer);
    return true;
  }

  CallObserver observer(Class<?> instance, Method method) {
    return plans.find(instance, method);
  }

  /** Tells the observer; its failures stay here. */
  void ended(CallObserver observer, long nanos, @Nullable Throwable failure) {
    try {
      observer.ended(nanos, failure);
    } catch (RuntimeException | StackOverflowError e) {
      failures.report("invocation", "noting the end of a call", e);
    }
  }
}
