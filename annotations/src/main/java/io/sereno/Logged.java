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
 * Writes one log record for each call of a method: class, method, outcome, duration and, when it
 * failed, the exception.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class InvoiceService {
 *   @Logged(arguments = true, result = true)
 *   public Invoice approve(long id) { … }
 * }
 * }</pre>
 *
 * prints, through the JSON console handler,
 *
 * <pre>{@code
 * {"@timestamp":"2026-11-23T09:41:07.512Z","log.level":"INFO",
 *  "message":"InvoiceService.approve(id=42) succeeded in 3.2 ms: Invoice#42", …,
 *  "code.function.name":"com.acme.InvoiceService.approve",
 *  "event.outcome":"success","event.duration":3214557,
 *  "labels.arguments":"id=42","labels.result":"Invoice#42"}
 * }</pre>
 *
 * <p>On a class it covers the business methods of the bean; an annotation on a method wins over the
 * class's. It works on CDI beans, EJBs and JAX-RS resources, for calls that the container sees: not
 * for a bean's calls of its own methods. The application's exception goes on unchanged.
 *
 * <p>An exception's stack trace is logged once, by the outermost annotated call that it leaves; the
 * records of the calls inside name its type. If the outermost one was left by no exception, or by
 * another, a record of its own tells the stack trace of what was caught on the way.
 *
 * <p>A call whose records are all below the level of its logger, which is named after the class,
 * costs next to nothing: no argument is looked at. If only that of a failure is not below it, the
 * clock is not read, and the failure is logged without its duration.
 *
 * <p>Per method, by configuration, each member by its name: {@code
 * com.acme.InvoiceService/approve/Logged/value=DEBUG} and {@code …/Logged/enabled=false}; for a
 * whole class, {@code com.acme.InvoiceService/Logged/…}.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Logged {

  /** The level of the records of a call that begins or succeeds. */
  @Nonbinding
  Severity value() default Severity.INFO;

  /** The level of the record of a call that fails, or {@link #value()} if that is higher. */
  @Nonbinding
  Severity failure() default Severity.ERROR;

  /**
   * Whether the records show the arguments, by name: {@code id=42, answer=***}. Compile with {@code
   * -parameters} for the names.
   *
   * <p>They are read when a record is written, so after the call for the record of its end. What is
   * {@link Sensitive} or has the name of a secret is masked. No method of the application is called
   * and nothing is loaded or consumed for it: entities are shown as {@code Invoice#42}, the JDK's
   * collections by their size and first elements, records and plain objects by their fields, and
   * others by their type, all up to a length.
   */
  @Nonbinding
  boolean arguments() default false;

  /**
   * Whether the record of a call that succeeded shows what it returned, as the arguments are shown.
   * {@link Sensitive} on the method masks it, and so does a method's name that tells of a secret.
   * An asynchronous result is shown by its type, and not waited for.
   */
  @Nonbinding
  boolean result() default false;

  /** Whether a record is written when a call begins, too. */
  @Nonbinding
  boolean entry() default false;

  /**
   * What makes a call slow: {@code 500ms}, {@code 10s} or {@code PT0.5S}. A call that succeeds and
   * took longer is logged at the level {@link #slow()}, whatever {@link #sample()} says; so slow
   * calls alone are logged by {@code @Logged(slowerThan = "500ms", sample = 0)}. Empty for never.
   */
  @Nonbinding
  String slowerThan() default "";

  /**
   * The level of the record of a call that succeeded, but took longer than {@link #slowerThan()},
   * or {@link #value()} if that is higher.
   */
  @Nonbinding
  Severity slow() default Severity.WARNING;

  /**
   * The share of calls that are logged when they succeed and are not slow, from 0 for none to 1 for
   * all. Calls that fail or are slow are always logged.
   */
  @Nonbinding
  double sample() default 1;
}
