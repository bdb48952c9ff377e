package io.sereno.invocation;

import io.sereno.figures.Failures;
import io.sereno.settings.Settings;
import jakarta.interceptor.InvocationContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is told of each call of one method, on the caller's thread. Whatever does not change from call to
 * call was worked out when the observer was made. The arguments stand in the call's context, which
 * is the same object at its beginning and its end.
 */
public interface CallObserver {

  /** The duration of a call that nobody wanted to have timed. */
  long UNTIMED = -1;

  /** A call begins: what is to be done for its end? */
  Interest begun(InvocationContext call);

  /**
   * A call has returned.
   *
   * @param nanos how long it took, or {@link #UNTIMED}
   * @param result null from a method without one as well
   */
  void succeeded(InvocationContext call, long nanos, @Nullable Object result);

  /**
   * A call has thrown.
   *
   * @param nanos how long it took, or {@link #UNTIMED}
   */
  void failed(InvocationContext call, long nanos, Throwable failure);

  /** Looks at a method while the application is deployed. */
  @FunctionalInterface
  interface Factory {

    /** The observer of the method's calls, {@link #noop()} if they do not matter. */
    CallObserver observe(BeanMethod method, Settings settings);
  }

  /** An observer whose failures reach neither others nor the application. */
  static CallObserver guarded(CallObserver observer, Failures failures) {
    return observer == noop() ? observer : new GuardedObserver(observer, failures);
  }

  /** Observes nothing, and so need not be called. */
  static CallObserver noop() {
    return NoCallObserver.INSTANCE;
  }

  /** Tells those that observe something, in order. */
  static CallObserver composite(List<CallObserver> observers) {
    List<CallObserver> all = observers.stream().filter(observer -> observer != noop()).toList();
    return switch (all.size()) {
      case 0 -> noop();
      case 1 -> all.get(0);
      default -> new CallObservers(all);
    };
  }
}
