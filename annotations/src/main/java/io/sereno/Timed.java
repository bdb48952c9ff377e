package io.sereno;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Times each call of a method; failed calls count too.
 *
 * <pre>{@code
 * @Timed
 * public Invoice approve(long id) { … }
 * }</pre>
 *
 * shows in the scrape, in seconds, as
 *
 * <pre>{@code
 * method_timed_seconds_count{class="com.acme.InvoiceService",error_type="",method="approve",outcome="success"} 7
 * method_timed_seconds_sum{class="com.acme.InvoiceService",error_type="",method="approve",outcome="success"} 0.0231
 * method_timed_seconds_max{class="com.acme.InvoiceService",error_type="",method="approve",outcome="success"} 0.0064
 * }</pre>
 *
 * and, with more members,
 *
 * <pre>{@code
 * @Timed(name = "invoice.export", tags = "format=pdf", objectives = {"500ms", "2s"},
 *     longTask = true, maxQueries = 10)
 * public CompletionStage<Pdf> export(long id) { … }
 * }</pre>
 *
 * as
 *
 * <pre>{@code
 * invoice_export_seconds_bucket{class="com.acme.InvoiceService",…,format="pdf",le="0.5"} 91
 * invoice_export_active_seconds_count{class="com.acme.InvoiceService",format="pdf",method="export"} 2
 * sereno_timed_queries_exceeded_total{class="com.acme.InvoiceService",method="export"} 0
 * }</pre>
 *
 * <p>It works on CDI beans, EJBs and JAX-RS resources, on observers of events and on what a timer
 * calls, for calls that the container sees: not for a bean's calls of its own methods. On a class
 * it covers the business methods of the bean, those it inherits among them, once each: no private,
 * static or final ones, none that the compiler made, and none of {@code Object}'s, such as {@code
 * toString}; of private ones only what a timer calls ({@code @Schedule}, {@code @Timeout}). An
 * annotation on a method wins over the class's. Overloads share a timer.
 *
 * <p>{@code outcome} is {@code success} or {@code failure}, and {@code error.type} the class of the
 * exception; of a method that throws more than twenty of them the others are {@code overflow}. A
 * {@code CompletionStage} that is returned, or a {@code Future} or {@code Object} that is one, is
 * timed to its completion, also by an exception or by cancelling it; the application gets the very
 * object that it returned.
 *
 * <p>Per method, by configuration, each member by its name: {@code
 * com.acme.InvoiceService/approve/Timed/objectives=100ms,1s} and {@code …/Timed/enabled=false}; for
 * a whole class, {@code com.acme.InvoiceService/Timed/…}. Without these, MicroProfile Metrics'
 * {@code mp.metrics.distribution.*} hold for a timer by its name.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Timed {

  /**
   * The name of the timer, in Micrometer's dotted form, without a unit; empty stands for {@code
   * method.timed}. Timers of one name have the same keys in {@link #tags()}, and either all have
   * buckets or none: one with tags or buckets wants a name.
   */
  @Nonbinding
  String name() default "";

  /** What the timer measures, in a sentence without a full stop, as Prometheus shows it. */
  @Nonbinding
  String description() default "";

  /**
   * Tags besides {@code class}, {@code method}, {@code outcome} and {@code error.type}: {@code
   * "format=pdf"}.
   */
  @Nonbinding
  String[] tags() default {};

  /**
   * Whether there are buckets from which Prometheus works out any quantile over all instances
   * ({@code histogram_quantile}): some seventy series for each outcome.
   */
  @Nonbinding
  boolean histogram() default false;

  /**
   * Quantiles from 0 to 1 that the application works out for itself, over the last minutes: {@code
   * {0.5, 0.99}}. Those of several instances cannot be put together; prefer {@link #histogram()} or
   * {@link #objectives()}, beside which Prometheus is not shown any.
   */
  @Nonbinding
  double[] percentiles() default {};

  /**
   * Durations that calls are meant to keep, such as {@code 100ms} or {@code 2s}: each is a bucket
   * that counts the calls that did.
   */
  @Nonbinding
  String[] objectives() default {};

  /**
   * Whether calls are also seen while they run: as {@code <name>.active}, with their number, how
   * long they have been running together, and how long the longest has.
   */
  @Nonbinding
  boolean longTask() default false;

  /**
   * How many SQL statements a call may need; -1 for any number. Needing more does not fail the
   * call: it is counted in {@code sereno.timed.queries.exceeded}, and warned of once a minute. In
   * tests, {@code io.sereno.metrics.Budgets.assertKept()} fails. Counted are those of the call's
   * whole request, message or timer from the call's beginning to its end; of a call outside of
   * these, those on its own thread. Overloads have each a budget of their own, and share the
   * counter.
   */
  @Nonbinding
  int maxQueries() default -1;
}
