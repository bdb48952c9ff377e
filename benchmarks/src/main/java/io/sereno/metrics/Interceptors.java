package io.sereno.metrics;

import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Summary;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.TimeUnit;

/** What a call is measured with by others than Sereno, each as well as it can be done by hand. */
final class Interceptors {

  static final Class<?>[] ALL = {
    EmptyInterceptor.class,
    ClockInterceptor.class,
    ResolvedInterceptor.class,
    LookupInterceptor.class,
    ClientInterceptor.class
  };

  private static final PrometheusMeterRegistry REGISTRY =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  private Interceptors() {}

  @InterceptorBinding
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Empty {}

  @InterceptorBinding
  @Retention(RetentionPolicy.RUNTIME)
  public @interface TwoClockReads {}

  @InterceptorBinding
  @Retention(RetentionPolicy.RUNTIME)
  public @interface MicrometerResolved {}

  @InterceptorBinding
  @Retention(RetentionPolicy.RUNTIME)
  public @interface MicrometerLookedUp {}

  @InterceptorBinding
  @Retention(RetentionPolicy.RUNTIME)
  public @interface PrometheusClient {}

  /** The least that an interceptor can cost. */
  @Empty
  @Interceptor
  @Priority(100)
  public static class EmptyInterceptor {

    @AroundInvoke
    public Object pass(InvocationContext call) throws Exception {
      return call.proceed();
    }
  }

  /** The least that one can cost that knows how long a call took. */
  @TwoClockReads
  @Interceptor
  @Priority(100)
  public static class ClockInterceptor {

    private long nanos;

    @AroundInvoke
    public Object measure(InvocationContext call) throws Exception {
      long start = System.nanoTime();
      try {
        return call.proceed();
      } finally {
        nanos = System.nanoTime() - start;
      }
    }

    public long nanos() {
      return nanos;
    }
  }

  /** One timer, known before the call. */
  @MicrometerResolved
  @Interceptor
  @Priority(100)
  public static class ResolvedInterceptor {

    private final Timer timer =
        Timer.builder("resolved").tags("class", "Work", "method", "resolved").register(REGISTRY);

    @AroundInvoke
    public Object measure(InvocationContext call) throws Exception {
      long start = System.nanoTime();
      try {
        return call.proceed();
      } finally {
        timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
      }
    }
  }

  /** As Micrometer's own TimedAspect does it. */
  @MicrometerLookedUp
  @Interceptor
  @Priority(100)
  public static class LookupInterceptor {

    @AroundInvoke
    public Object measure(InvocationContext call) throws Exception {
      Timer.Sample sample = Timer.start(REGISTRY);
      String exception = "none";
      try {
        return call.proceed();
      } catch (Exception e) {
        exception = e.getClass().getSimpleName();
        throw e;
      } finally {
        sample.stop(
            Timer.builder("method.timed")
                .tags("exception", exception)
                .tags("class", call.getMethod().getDeclaringClass().getName())
                .tags("method", call.getMethod().getName())
                .register(REGISTRY));
      }
    }
  }

  /** One summary without quantiles, its labels known before the call. */
  @PrometheusClient
  @Interceptor
  @Priority(100)
  public static class ClientInterceptor {

    private final DistributionDataPoint summary =
        Summary.builder()
            .name("client")
            .labelNames("class", "method")
            .build()
            .labelValues("Work", "prometheusClient");

    @AroundInvoke
    public Object measure(InvocationContext call) throws Exception {
      long start = System.nanoTime();
      try {
        return call.proceed();
      } finally {
        summary.observe((System.nanoTime() - start) / 1e9);
      }
    }
  }
}
