package io.sereno;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an entity as critical: each one created, updated or deleted leaves an audit event with its
 * type and id.
 *
 * <pre>{@code
 * @Entity
 * @AuditTrail
 * @EntityListeners(AuditTrailListener.class) // io.sereno.audit.jpa
 * public class Invoice { … }
 * }</pre>
 *
 * <p>The event is written when the transaction has ended, so that it can say truly whether the
 * change came to pass: {@code "event.action":"entity.updated"}, {@code
 * "audit.entity.type":"Invoice"}, {@code "audit.entity.id":"42"}, {@code
 * "event.outcome":"success"}, or {@code "failure"} after a rollback. An id that is {@link
 * Sensitive} is masked. Changes that pass by the persistence context (bulk updates, SQL) are not
 * seen.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AuditTrail {}
