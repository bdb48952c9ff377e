package io.sereno.metrics;

import io.prometheus.metrics.core.util.Scheduler;
import io.prometheus.metrics.tracer.common.SpanContext;
import io.sereno.context.Context;
import java.lang.reflect.Field;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Tells which trace a measurement is taken in, so that some of them can be shown as examples. Where
 * the trace is not recorded there is none.
 */
final class Exemplars implements SpanContext {

  private volatile boolean stopped;

  @Override
  public @Nullable String getCurrentTraceId() {
    return Context.current().traceId();
  }

  @Override
  public @Nullable String getCurrentSpanId() {
    return Context.current().spanId();
  }

  @Override
  public boolean isCurrentSpanSampled() {
    return !stopped && Context.current().sampled();
  }

  @Override
  public void markCurrentSpanAsExemplar() {
    // no tracer of ours keeps spans
  }

  /**
   * Ends the thread that Prometheus's library has begun to forget examples, and that it never ends:
   * an application that is undeployed would stay for it. Where the library belongs to others, too,
   * it stays.
   *
   * @param application the class loader whose classes go with the application
   */
  void stop(ClassLoader application) throws ReflectiveOperationException {
    stopped = true;
    if (Scheduler.class.getClassLoader() == application) {
      Field executor = Scheduler.class.getDeclaredField("executor");
      executor.setAccessible(true);
      ((ExecutorService) executor.get(null)).shutdownNow();
    }
  }
}
