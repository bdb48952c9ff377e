package io.sereno.logging;

import io.sereno.invocation.EnclosingCall;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The stack traces that calls inside of others have left to the outermost one to log. When that is
 * not left by the same exception, somebody has caught it on the way, and its stack trace is logged
 * after all.
 *
 * <p>One is remembered per thread: when an unrelated exception leaves another call, the older one
 * is logged. What is remembered is gone when the thread's outermost call has ended. Threads: any.
 */
final class OwedStackTraces {

  private static final int MOST_CAUSES = 50;

  private final Map<Thread, Owed> owed = new ConcurrentHashMap<>();

  /**
   * A stack trace that was not logged yet.
   *
   * @param log logs it
   */
  private record Owed(Throwable thrown, Runnable log) {}

  /**
   * An exception leaves a call inside of another one, and {@code log} would log its stack trace.
   */
  void owe(Throwable thrown, Runnable log) {
    logUnlessCauseOf(thrown, owed.put(Thread.currentThread(), new Owed(thrown, log)));
  }

  /** The stack trace of what leaves the outermost call is being logged. */
  void settle(Throwable thrown) {
    if (!owed.isEmpty()) {
      logUnlessCauseOf(thrown, owed.remove(Thread.currentThread()));
    }
  }

  /** A call has ended without telling of an exception: nothing is owed beyond the outermost one. */
  void settle() {
    if (!owed.isEmpty() && owed.containsKey(Thread.currentThread()) && !EnclosingCall.exists()) {
      Owed left = owed.remove(Thread.currentThread());
      if (left != null) {
        left.log.run();
      }
    }
  }

  private static void logUnlessCauseOf(Throwable thrown, @Nullable Owed left) {
    if (left != null && Collections.disjoint(causes(thrown), causes(left.thrown))) {
      left.log.run();
    }
  }

  /** The exception and its causes: containers wrap what leaves a bean. */
  private static Set<Throwable> causes(Throwable thrown) {
    Set<Throwable> causes = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Throwable t = thrown;
        t != null && causes.size() < MOST_CAUSES && causes.add(t);
        t = cause(t)) {}
    return causes;
  }

  private static @Nullable Throwable cause(Throwable thrown) {
    try {
      return thrown.getCause();
    } catch (Throwable e) {
      if (e instanceof VirtualMachineError fatal && !(e instanceof StackOverflowError)) {
        throw fatal;
      }
      return null; // the application's own getCause
    }
  }
}
