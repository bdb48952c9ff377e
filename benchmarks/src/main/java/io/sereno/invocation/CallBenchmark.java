package io.sereno.invocation;

import io.sereno.Logged;
import io.sereno.Severity;
import io.sereno.Timed;
import io.sereno.extension.SerenoExtension;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.TimeUnit;
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

/** What watching a call costs on Weld, beside an interceptor that does nothing. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CallBenchmark {

  private WeldContainer container;
  private Work work;

  @Setup
  public void start() {
    container =
        new Weld()
            .disableDiscovery()
            .addExtension(new SerenoExtension())
            .addBeanClasses(WatchedInterceptor.class, NothingInterceptor.class, Work.class)
            .initialize();
    work = container.select(Work.class).get();
  }

  @TearDown
  public void stop() {
    container.shutdown();
  }

  @Benchmark
  public int plain() {
    return work.plain();
  }

  @Benchmark
  public int emptyInterceptor() {
    return work.intercepted(42, "code");
  }

  @Benchmark
  public int timed() {
    return work.timed();
  }

  @Benchmark
  public int loggedBelowItsLevel() {
    return work.logged(42, "code");
  }

  @Benchmark
  public int timedAndLoggedBelowItsLevel() {
    return work.timedAndLogged();
  }

  /** The bean whose calls are measured. */
  @ApplicationScoped
  public static class Work {

    private int count;

    public int plain() {
      return ++count;
    }

    @Nothing
    public int intercepted(int id, String code) {
      return ++count;
    }

    @Timed
    public int timed() {
      return ++count;
    }

    @Logged(value = Severity.DEBUG, arguments = true, result = true, entry = true)
    public int logged(int id, String code) {
      return ++count;
    }

    @Timed
    @Logged(Severity.DEBUG)
    public int timedAndLogged() {
      return ++count;
    }
  }

  /** Binds the interceptor that does nothing. */
  @InterceptorBinding
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Nothing {}

  /** The least that an interceptor can cost. */
  @Nothing
  @Interceptor
  @Priority(100)
  public static class NothingInterceptor {

    @AroundInvoke
    public Object pass(InvocationContext call) throws Exception {
      return call.proceed();
    }
  }
}
