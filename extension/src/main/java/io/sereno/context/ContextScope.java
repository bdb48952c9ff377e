package io.sereno.context;

/**
 * A context on a thread, until it is closed on that same thread: then the thread, and the MDC, are
 * as they were before. Closing it again, or elsewhere, does nothing.
 */
@FunctionalInterface
public interface ContextScope extends AutoCloseable {

  @Override
  void close();
}
