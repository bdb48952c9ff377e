package io.sereno.metrics.microprofile;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import io.sereno.metrics.MeterOutlet;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Shows requests and {@code @Timed} methods at the server's {@code /metrics}, as count and sum,
 * under the names of Sereno's own scrape:
 *
 * <pre>{@code
 * # TYPE method_timed_seconds_count gauge
 * method_timed_seconds_count{class="com.acme.Invoices",…,mp_scope="application"} 3
 * }</pre>
 *
 * <p>All are gauges, which the server reads when it is asked: MicroProfile's counters and timers
 * want to be told of each call, and what servers make of its timers cannot be trusted.
 */
public final class ServerMetrics implements MeterOutlet {

  private static final String REQUESTS = "http.server.";
  private static final String OWN = "sereno.";

  private final PrometheusNamingConvention names = new PrometheusNamingConvention();
  private final Map<Meter.Id, List<MetricID>> shown = new ConcurrentHashMap<>();
  private volatile @Nullable MetricRegistry registry;

  @Override
  public boolean open() {
    Instance<ServerRegistry> bean = CDI.current().select(ServerRegistry.class);
    registry = bean.isResolvable() ? bean.get().find().orElse(null) : null;
    return registry != null;
  }

  @Override
  public void show(Meter meter) {
    MetricRegistry server = registry;
    if (server == null || !isOfInterest(meter.getId())) {
      return;
    }
    List<MetricID> own = new CopyOnWriteArrayList<>();
    if (shown.putIfAbsent(meter.getId(), own) == null) {
      Tag[] tags = tags(meter.getId());
      values(meter)
          .forEach(
              (name, value) -> {
                MetricID id = new MetricID(name, tags);
                if (server.getMetric(id) == null) {
                  own.add(id);
                  server.gauge(metadata(server, name, meter.getId()), value, tags);
                }
              });
    }
    if (registry == null) {
      own.forEach(server::remove);
    }
  }

  private static boolean isOfInterest(Meter.Id id) {
    boolean timed = id.getTag("class") != null && id.getTag("method") != null;
    return id.getName().startsWith(REQUESTS) || (timed && !id.getName().startsWith(OWN));
  }

  private static Tag[] tags(Meter.Id id) {
    return id.getTags().stream()
        .map(tag -> new Tag(tag.getKey().replace('.', '_'), tag.getValue()))
        .toArray(Tag[]::new);
  }

  private Map<String, Supplier<Number>> values(Meter meter) {
    Meter.Id id = meter.getId();
    String name = names.name(id.getName(), id.getType(), id.getBaseUnit());
    if (meter instanceof Timer timer) {
      return countAndSum(name, timer::count, () -> timer.totalTime(TimeUnit.SECONDS));
    }
    if (meter instanceof FunctionTimer timer) {
      return countAndSum(name, () -> (long) timer.count(), () -> timer.totalTime(TimeUnit.SECONDS));
    }
    if (meter instanceof DistributionSummary summary) {
      return countAndSum(name, summary::count, summary::totalAmount);
    }
    if (meter instanceof Counter counter) {
      return Map.of(name + "_total", counter::count);
    }
    return meter instanceof Gauge gauge ? Map.of(name, gauge::value) : Map.of();
  }

  private static Map<String, Supplier<Number>> countAndSum(
      String name, Supplier<Number> count, Supplier<Number> sum) {
    Map<String, Supplier<Number>> both = new LinkedHashMap<>();
    both.put(name + "_count", count);
    both.put(name + "_sum", sum);
    return both;
  }

  /** MicroProfile wants it to be the same for all of one name. */
  private static Metadata metadata(MetricRegistry server, String name, Meter.Id id) {
    Metadata known = server.getMetadata(name);
    return known != null
        ? known
        : Metadata.builder()
            .withName(name)
            .withDescription(id.getDescription() == null ? "" : id.getDescription())
            .build();
  }

  @Override
  public void hide(Meter meter) {
    MetricRegistry server = registry;
    List<MetricID> own = shown.remove(meter.getId());
    if (server != null && own != null) {
      own.forEach(server::remove);
    }
  }

  @Override
  public void close() {
    MetricRegistry server = registry;
    registry = null;
    if (server != null) {
      shown.values().forEach(own -> own.forEach(server::remove));
    }
    shown.clear();
  }
}
