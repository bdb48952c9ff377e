package io.sereno.metrics;

import io.sereno.context.PerApplication;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * For tests of applications: that no call needed more SQL statements than the {@code maxQueries} of
 * its {@code @Timed}.
 *
 * <pre>{@code
 * @Test
 * void listsInvoicesInTwoQueries() {
 *   invoices.list();
 *
 *   Budgets.assertKept();
 * }
 * }</pre>
 *
 * <p>It sees the calls of the application that it is called in, such as by an Arquillian test
 * inside of the server; others look at {@code sereno_timed_queries_exceeded_total}. Overloads have
 * each a budget of their own. Threads: any.
 */
public final class Budgets {

  private static final Budgets NONE = new Budgets();

  /** A test calls what is static. */
  private static final PerApplication<Budgets> RUNNING = new PerApplication<>(NONE);

  private final Map<String, Exceeded> exceeded = new ConcurrentHashMap<>();

  /** The worst of a method's calls. */
  private record Exceeded(int most, long needed, int calls) {

    Exceeded and(Exceeded other) {
      return new Exceeded(most, Math.max(needed, other.needed), calls + other.calls);
    }
  }

  Budgets() {}

  /** From now on {@link #assertKept} sees them in this application. */
  void start(ClassLoader application) {
    RUNNING.start(application, this);
  }

  void stop() {
    RUNNING.stop(this);
  }

  /**
   * Throws if a call has ended since the last time that had needed more.
   *
   * @throws AssertionError that tells each method, what its calls may need, and what they needed
   * @throws IllegalStateException where there is no application whose calls it could see
   */
  public static void assertKept() {
    Budgets own = RUNNING.current();
    if (own == NONE) {
      throw new IllegalStateException(
          "no application with Sereno's metrics runs here: call this inside of it");
    }
    own.check();
  }

  private void check() {
    Map<String, Exceeded> found = new TreeMap<>();
    for (String method : List.copyOf(exceeded.keySet())) {
      Exceeded one = exceeded.remove(method);
      if (one != null) {
        found.put(method, one);
      }
    }
    if (!found.isEmpty()) {
      throw new AssertionError(
          found.entrySet().stream()
              .map(entry -> told(entry.getKey(), entry.getValue()))
              .collect(Collectors.joining("\n  ", "budgets of SQL statements exceeded:\n  ", "")));
    }
  }

  private static String told(String method, Exceeded exceeded) {
    return "%s may need %d and needed %d%s"
        .formatted(
            method,
            exceeded.most,
            exceeded.needed,
            exceeded.calls == 1 ? "" : ", the most of " + exceeded.calls + " calls that exceeded");
  }

  /**
   * A call has needed too many.
   *
   * @param method with its parameters: there are no more of them than methods with a budget
   */
  void exceeded(String method, int most, long needed) {
    exceeded.merge(method, new Exceeded(most, needed, 1), Exceeded::and);
  }
}
