package io.sereno.audit;

import io.sereno.invocation.Collaborator;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the event of an audited call, inside the transaction that the call runs in. */
@Recorded
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class RecordedInterceptor implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Collaborator<Audit> audit;

  @Inject
  public RecordedInterceptor(Instance<Audit> audit) {
    this.audit = new Collaborator<>(audit);
  }

  /** Records a call or a timer's. */
  @AroundInvoke
  @AroundTimeout
  public @Nullable Object record(InvocationContext call) throws Exception {
    Audit known = audit.get();
    Optional<AuditedMethod> method = known.plan(call.getTarget().getClass(), call.getMethod());
    return method.isPresent() ? record(known, method.get(), call) : call.proceed();
  }

  private static @Nullable Object record(Audit audit, AuditedMethod method, InvocationContext call)
      throws Exception {
    Instant when = Instant.now();
    String parameters = audit.show(method, call::getParameters);
    @Nullable Throwable failure = null;
    try {
      return call.proceed();
    } catch (Throwable thrown) {
      failure = thrown;
      throw thrown;
    } finally {
      audit.ended(method, when, parameters, failure);
    }
  }
}
