package io.sereno.metrics.microprofile;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Knows gauges alone, with one description for each name, as servers do. */
final class InMemoryMetricRegistry {

  private final Map<MetricID, Gauge<?>> gauges = new TreeMap<>();
  private final Map<String, Metadata> metadata = new HashMap<>();

  MetricRegistry get() {
    return (MetricRegistry)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {MetricRegistry.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getMetric" -> gauges.get((MetricID) arguments[0]);
                  case "getMetadata" -> metadata.get((String) arguments[0]);
                  case "remove" -> gauges.remove((MetricID) arguments[0]) != null;
                  case "gauge" ->
                      gauge(
                          (Metadata) arguments[0],
                          (Supplier<?>) arguments[1],
                          (Tag[]) arguments[2]);
                  default -> throw new UnsupportedOperationException(method.toString());
                });
  }

  private Gauge<?> gauge(Metadata described, Supplier<?> value, Tag[] tags) {
    Metadata known = metadata.putIfAbsent(described.getName(), described);
    if (known != null && !known.equals(described)) {
      throw new IllegalArgumentException("described otherwise before: " + known);
    }
    Gauge<Number> gauge = () -> (Number) value.get();
    gauges.put(new MetricID(described.getName(), tags), gauge);
    return gauge;
  }

  /** Each with its tags and its value. */
  Map<String, Number> values() {
    Map<String, Number> values = new TreeMap<>();
    gauges.forEach(
        (id, gauge) -> values.put(id.getName() + Arrays.toString(tags(id)), gauge.getValue()));
    return values;
  }

  private static String[] tags(MetricID id) {
    return id.getTagsAsList().stream()
        .map(tag -> tag.getTagName() + "=" + tag.getTagValue())
        .toArray(String[]::new);
  }
}
