package io.sereno.invocation;

import jakarta.enterprise.inject.Instance;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What an interceptor works with, looked up at its first call. An interceptor of a passivating bean
 * must be serialisable, and what it works with is not.
 *
 * @param <T> the bean to look up
 */
public final class Collaborator<T> implements Serializable {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // the container's own are serialisable
  private final Instance<T> source;

  private transient @Nullable T known;

  public Collaborator(Instance<T> source) {
    this.source = source;
  }

  /** The bean. */
  public T get() {
    T found = known;
    if (found == null) {
      found = source.get();
      known = found;
    }
    return found;
  }
}
