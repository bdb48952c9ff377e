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
 * Writes one audit event for each call of a method, succeeded or failed: who, what, on what, when,
 * from where, and how it ended.
 *
 * <pre>{@code
 * @Audited("invoice.approve")
 * public Invoice approve(long id) { … }
 * }</pre>
 *
 * prints, on the logger {@code io.sereno.audit},
 *
 * <pre>{@code
 * {"@timestamp":"2026-11-23T09:41:07.515Z","log.level":"INFO",
 *  "message":"clerk invoice.approve id=42: success", …,
 *  "event.kind":"event","event.action":"invoice.approve","event.outcome":"success",
 *  "user.name":"clerk","client.ip":"203.0.113.7","audit.parameters":"id=42"}
 * }</pre>
 *
 * <p>The call's arguments say on what; what is {@link Sensitive} in them is masked. Parameter names
 * need the compiler's option {@code -parameters}. On a class it covers the business methods of the
 * bean; an annotation on a method wins over the class's. Per method, by configuration: {@code
 * com.acme.InvoiceService/approve/Audited/enabled=false} and {@code …/Audited/value=approval}.
 */
@Documented
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Audited {

  /**
   * What the method does, in the words of the people who read the trail; empty stands for {@code
   * InvoiceService.approve}.
   */
  @Nonbinding
  String value() default "";
}
