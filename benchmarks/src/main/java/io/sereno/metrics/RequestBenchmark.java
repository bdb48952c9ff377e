package io.sereno.metrics;

import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.sereno.context.Context;
import io.sereno.context.ContextFilter;
import io.sereno.context.ContextListener;
import io.sereno.context.ContextSettings;
import io.sereno.context.EndedRequest;
import io.sereno.context.Propagation;
import io.sereno.context.RequestObserver;
import io.sereno.context.Requests;
import io.sereno.figures.Figures;
import io.sereno.settings.MicroProfileSource;
import io.sereno.settings.Settings;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequestEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

/** What a request costs more than its chain alone, and a scrape of 5,000 lines. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgsAppend = { // as on servers: one MDC, and none of a peer's
      "-Dorg.jboss.logging.provider=jdk",
      "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider"
    })
public class RequestBenchmark {

  private static final int ROUTES = 120;

  private final FilterChain chain = (request, response) -> Context.enterRoute("/app/api/{id}");
  private final Figures figures = new Figures();
  private final ServletContext context = new BenchmarkRequest().getServletContext();
  private Watch contextOnly;
  private Watch measured;
  private RequestObserver metrics;
  private EndedRequest ended;
  private PrometheusMeterRegistry registry;

  @Setup
  public void start() {
    Settings settings = new Settings(new MicroProfileSource(new SmallRyeConfigBuilder().build()));
    ContextSettings own = ContextSettings.read(settings);
    Propagation.start(own, name -> false, figures.failures());
    registry =
        new PrometheusMeterRegistry(
            new ScrapeFormat(), new PrometheusRegistry(), Clock.SYSTEM, new Exemplars());
    CardinalityGuard guard = new CardinalityGuard(SeriesLimits.DEFAULT, figures);
    guard.guard(registry);
    metrics = new RequestMetrics(new RequestMeters(registry, RequestSettings.DEFAULT, true), guard);
    contextOnly = new Watch(new Requests(own, List.of(), figures.failures()));
    measured = new Watch(new Requests(own, List.of(metrics), figures.failures()));
    for (int i = 0; i < ROUTES; i++) {
      metrics.ended(ended("/app/api/" + i));
    }
    ended = ended("/app/api/1");
  }

  private static EndedRequest ended(String route) {
    Context of = new Context("r", "t", "s", null, "192.0.2.7", "GET", "/app/api/1", route);
    return new EndedRequest(of, "/api/1", 200, 3_000_000, 512, 0, 0, 0, null, Map.of());
  }

  @TearDown
  public void stop() {
    Propagation.stop();
    registry.close();
  }

  @Benchmark
  public Object chainAlone() throws IOException, ServletException {
    BenchmarkRequest request = new BenchmarkRequest();
    BenchmarkRequest.Answer answer = new BenchmarkRequest.Answer();
    chain.doFilter(request, answer);
    return answer;
  }

  @Benchmark
  public Object contextAlone() throws IOException, ServletException {
    return contextOnly.serve();
  }

  @Benchmark
  public Object contextAndMetrics() throws IOException, ServletException {
    return measured.serve();
  }

  @Benchmark
  public void metricsAlone() {
    metrics.begun(ended.context());
    metrics.ended(ended);
  }

  @Benchmark
  public int scrape() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    registry.scrape(body, "text/plain; version=0.0.4; charset=utf-8");
    return body.size();
  }

  /** As a container has it: the listener around the filter. */
  private final class Watch {

    private final ContextListener listener;
    private final ContextFilter filter;

    Watch(Requests requests) {
      listener = new ContextListener(requests);
      filter = new ContextFilter(requests);
    }

    Object serve() throws IOException, ServletException {
      BenchmarkRequest request = new BenchmarkRequest();
      BenchmarkRequest.Answer answer = new BenchmarkRequest.Answer();
      ServletRequestEvent event = new ServletRequestEvent(context, request);
      listener.requestInitialized(event);
      filter.doFilter(request, answer, chain);
      listener.requestDestroyed(event);
      return answer;
    }
  }
}
