package io.sereno.invocation;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Reads the clock before and after a call and tells its observers. Stands outside a CDI
 * {@code @Transactional}, so that the commit counts.
 */
@Watched
@Interceptor
@Priority(100)
public class WatchedInterceptor implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Collaborator<Calls> calls;

  @Inject
  public WatchedInterceptor(Instance<Calls> calls) {
    this.calls = new Collaborator<>(calls);
  }

  /** Watches a call or a timer's. */
  @AroundInvoke
  @AroundTimeout
  public @Nullable Object watch(InvocationContext call) throws Exception {
    Calls known = calls.get();
    CallObserver observer = known.observer(call.getTarget().getClass(), call.getMethod());
    @Nullable Throwable failure = null;
    long start = System.nanoTime();
    try {
      return call.proceed();
    } catch (Throwable thrown) {
      failure = thrown;
      throw thrown;
    } finally {
      observer.ended(System.nanoTime() - start, failure);
    }
  }
}
