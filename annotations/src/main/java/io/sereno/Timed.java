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
 * }</pre>
 *
 * <p>On a class it covers the business methods of the bean; an annotation on a method wins over the
 * class's. Overloads share a timer. Per method, by configuration: {@code
 * com.acme.InvoiceService/approve/Timed/enabled=false} and {@code …/Timed/name=invoice.approval}.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Timed {

  /** The name of the timer, in Micrometer's dotted form; empty stands for {@code method.timed}. */
  @Nonbinding
  String name() default "";
}
