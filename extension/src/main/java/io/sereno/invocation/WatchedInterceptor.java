package io.sereno.invocation;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ContextException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Tells a call's observers of its beginning and its end, and reads the clock for those who want to
 * know how long it took. Stands outside a CDI {@code @Transactional}, so that the commit counts.
 */
@Watched
@Interceptor
@Priority(100)
public class WatchedInterceptor implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Collaborator<Calls> calls;
  private transient @Nullable BeanCalls bean;

  @Inject
  public WatchedInterceptor(Instance<Calls> calls) {
    this.calls = new Collaborator<>(calls);
  }

  /** Watches a call or a timer's. */
  @AroundInvoke
  @AroundTimeout
  public @Nullable Object watch(InvocationContext call) throws Exception {
    CallObserver observer = observer(call);
    Interest interest = observer.begun(call);
    if (interest == Interest.NONE) {
      return call.proceed();
    }
    long start = interest.isTimed() ? System.nanoTime() : 0;
    @Nullable Object result;
    try {
      result = interest.isEnclosing() ? EnclosingCall.proceed(call) : call.proceed();
    } catch (Throwable thrown) {
      observer.failed(call, nanosSince(start, interest), thrown);
      throw thrown;
    }
    observer.succeeded(call, nanosSince(start, interest), result);
    return result;
  }

  /** Nobody observes calls while the container goes down, such as a last timer's. */
  private CallObserver observer(InvocationContext call) {
    try {
      return bean(call.getTarget().getClass()).observer(call.getMethod());
    } catch (IllegalStateException | ContextException e) {
      return CallObserver.noop();
    }
  }

  /** An interceptor has one target, as long as it lives. */
  private BeanCalls bean(Class<?> target) {
    BeanCalls known = bean;
    if (known == null || !known.isOf(target)) {
      known = calls.get().of(target);
      bean = known;
    }
    return known;
  }

  private static long nanosSince(long start, Interest interest) {
    return interest.isTimed() ? System.nanoTime() - start : CallObserver.UNTIMED;
  }
}
