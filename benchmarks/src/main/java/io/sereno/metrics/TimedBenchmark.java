package io.sereno.metrics;

import io.sereno.Logged;
import io.sereno.Severity;
import io.sereno.Timed;
import io.sereno.extension.SerenoExtension;
import io.sereno.invocation.WatchedInterceptor;
import io.smallrye.metrics.SharedMetricRegistries;
import io.smallrye.metrics.legacyapi.LegacyMetricsExtension;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What {@code @Timed} costs on Weld, beside the floor, which is an interceptor that reads the clock
 * twice, and beside its peers.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class TimedBenchmark {

  private WeldContainer container;
  private Work work;
  private TenTimers oneOfMany;

  @Setup
  public void start() {
    container =
        new Weld()
            .disableDiscovery()
            .addExtensions(new SerenoExtension(), new LegacyMetricsExtension())
            .addBeanClasses(WatchedInterceptor.class, Work.class)
            .addBeanClasses(Interceptors.ALL)
            .addBeanClasses(TenTimers.TEN)
            .initialize();
    work = container.select(Work.class).get();
    for (Class<? extends TenTimers> bean : TenTimers.TEN) {
      container.select(bean).get().callAll();
    }
    oneOfMany = container.select(TenTimers.TEN[9]).get();
  }

  @TearDown
  public void stop() {
    container.shutdown();
  }

  @Benchmark
  public int a1_emptyInterceptor() {
    return work.empty();
  }

  @Benchmark
  public int a2_floorOfTwoClockReads() {
    return work.twoClockReads();
  }

  @Benchmark
  public int b1_timed() {
    return work.timed();
  }

  @Benchmark
  public int b2_timedOneOfAHundred() {
    return oneOfMany.ten();
  }

  @Benchmark
  public int b3_timedAndLoggedBelowItsLevel() {
    return work.timedAndLogged();
  }

  @Benchmark
  public int c1_micrometerResolved() {
    return work.micrometerResolved();
  }

  @Benchmark
  public int c2_micrometerLookedUp() {
    return work.micrometerLookedUp();
  }

  @Benchmark
  public int c3_prometheusClient() {
    return work.prometheusClient();
  }

  @Benchmark
  public int c4_smallRye() {
    return work.smallRye();
  }

  @Benchmark
  public int c5_smallRyeOneOfAHundred(NinetyNineMore others) {
    return work.smallRye();
  }

  /** Timers that SmallRye has besides. */
  @State(Scope.Benchmark)
  public static class NinetyNineMore {
    @Setup
    public void register() {
      MetricRegistry registry =
          SharedMetricRegistries.getOrCreate(MetricRegistry.APPLICATION_SCOPE);
      for (int i = 1; i < 100; i++) {
        registry.timer("timer" + i);
      }
    }
  }

  /** The bean whose calls are measured. */
  @ApplicationScoped
  public static class Work {

    private int count;

    @Interceptors.Empty
    public int empty() {
      return ++count;
    }

    @Interceptors.TwoClockReads
    public int twoClockReads() {
      return ++count;
    }

    @Timed
    public int timed() {
      return ++count;
    }

    @Timed
    @Logged(Severity.DEBUG)
    public int timedAndLogged() {
      return ++count;
    }

    @Interceptors.MicrometerResolved
    public int micrometerResolved() {
      return ++count;
    }

    @Interceptors.MicrometerLookedUp
    public int micrometerLookedUp() {
      return ++count;
    }

    @Interceptors.PrometheusClient
    public int prometheusClient() {
      return ++count;
    }

    @org.eclipse.microprofile.metrics.annotation.Timed
    public int smallRye() {
      return ++count;
    }
  }
}
