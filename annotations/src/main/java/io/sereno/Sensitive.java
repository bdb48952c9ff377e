package io.sereno;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a value that Sereno must not show: wherever it would stand in a log line or an audit event,
 * {@code ***} stands instead. What the application itself sends out is its own affair.
 *
 * <pre>{@code
 * public record NewCustomer(String name, @Sensitive String taxId, @Sensitive String iban) {}
 *
 * @Audited("customer.create")
 * public Customer create(NewCustomer customer) { … } // customer=NewCustomer[name=Ada, taxId=***, iban=***]
 *
 * @Audited("login.reset")
 * public void reset(String login, @Sensitive String answer) { … } // login=ada, answer=***
 * }</pre>
 *
 * <p>On a type it holds for every value of that type; on a getter, for the property and for the
 * field of the same name.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({
  ElementType.PARAMETER,
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.TYPE,
  ElementType.RECORD_COMPONENT
})
public @interface Sensitive {

  /** What of the value may be seen: nothing by default. */
  Keep keep() default Keep.NOTHING;

  /** What is left of a value that is masked. */
  enum Keep {
    /** {@code ***} */
    NOTHING,
    /** {@code ***1332}; of a value with fewer than eight characters, nothing. */
    LAST4
  }
}
