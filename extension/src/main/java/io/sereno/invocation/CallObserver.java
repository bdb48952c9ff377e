package io.sereno.invocation;

import io.sereno.settings.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is told of each ended call of one method, on the caller's thread. Whatever does not change from
 * call to call was worked out when the observer was made.
 */
@FunctionalInterface
public interface CallObserver {

  /**
   * A call has ended.
   *
   * @param nanos how long the call took
   * @param failure what the method threw, null if it returned
   */
  void ended(long nanos, @Nullable Throwable failure);

  /** Looks at a method while the application is deployed. */
  @FunctionalInterface
  interface Factory {

    /** The observer of the method's calls, {@link #noop()} if they do not matter. */
    CallObserver observe(BeanMethod method, Settings settings);
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
      default ->
          (nanos, failure) -> {
            for (CallObserver observer : all) {
              observer.ended(nanos, failure);
            }
          };
    };
  }
}
