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
 *   @Logged
 *   public Invoice approve(long id) { … }
 * }
 * }</pre>
 *
 * prints, through the JSON console handler,
 *
 * <pre>{@code
 * {"@timestamp":"2026-11-23T09:41:07.512Z","log.level":"INFO",
 *  "message":"InvoiceService.approve succeeded in 3.2 ms", …,
 *  "code.function.name":"com.acme.InvoiceService.approve",
 *  "event.outcome":"success","event.duration":3214557}
 * }</pre>
 *
 * <p>On a class it covers the business methods of the bean; an annotation on a method wins over the
 * class's. It works on CDI beans, EJBs and JAX-RS resources, for calls that the container sees: not
 * for a bean's calls of its own methods. The application's exception goes on unchanged.
 *
 * <p>Per method, by configuration: {@code com.acme.InvoiceService/approve/Logged/value=DEBUG} and
 * {@code …/Logged/enabled=false}; for a whole class, {@code com.acme.InvoiceService/Logged/…}.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Logged {

  /**
   * The level of the record of a call that succeeded. A call that failed is always an {@link
   * Severity#ERROR}, or this level if it is higher.
   */
  @Nonbinding
  Severity value() default Severity.INFO;
}
