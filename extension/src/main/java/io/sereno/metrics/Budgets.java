package io.sereno.metrics;

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
 * inside of the server; others look at {@code sereno_timed_queries_exceeded_total}. Threads: any.
 */
public final class Budgets {

  private static final Map<String, Exceeded> EXCEEDED = new ConcurrentHashMap<>();

  /** The worst of a method's calls. */
  private record Exceeded(int most, long needed, int calls) {

    Exceeded and(Exceeded other) {
      return new Exceeded(most, Math.max(needed, other.needed), calls + other.calls);
    }
  }

  private Budgets() {}

  /**
   * Throws if a call has ended since the last time that had needed more.
   *
   * @throws AssertionError that tells each method, what its calls may need, and what they needed
   */
  public static void assertKept() {
    Map<String, Exceeded> found = new TreeMap<>();
    for (String method : List.copyOf(EXCEEDED.keySet())) {
      Exceeded exceeded = EXCEEDED.remove(method);
      if (exceeded != null) {
        found.put(method, exceeded);
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

  /** A method is known once, so that there are no more of them than methods with a budget. */
  static void exceeded(String method, int most, long needed) {
    EXCEEDED.merge(method, new Exceeded(most, needed, 1), Exceeded::and);
  }
}
