package io.sereno.context;

import io.sereno.figures.Failures;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;

/**
 * Is told of each request once it has been answered, on the thread that ended it, which has the
 * request's context.
 */
@FunctionalInterface
public interface RequestObserver {

  void ended(EndedRequest request);

  /**
   * Is told of each request before the application has it. Whatever becomes of that, {@link #ended}
   * follows once, with the same method.
   */
  default void begun(Context context) {}

  /**
   * Is told of each request that the container has answered by itself, before the application saw
   * it: for want of a login, say. How it was answered nobody tells; neither of the others is
   * called.
   */
  default void refused(Context context) {}

  /** Whether it wants to know the length of answers, which costs a little. */
  default boolean countsBytes() {
    return false;
  }

  /** What of a request to tell at its end, when it can no longer be asked. */
  default Map<String, Object> note(HttpServletRequest request) {
    return Map.of();
  }

  /** Tells all of them, in order, whichever of them fail. */
  static RequestObserver composite(List<RequestObserver> observers, Failures failures) {
    return new RequestObservers(observers, failures);
  }
}
