package io.sereno.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.sereno.figures.Failures;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The meters of what is found from time to time and may go without telling. A value that is not a
 * number has no meter: it is asked for again the next time. Filters and listeners of the registry
 * are foreign code: what fails there is reported, and the other meters are shown. Threads: one at a
 * time.
 *
 * @param <K> what is found
 */
final class FoundMeters<K> {

  private final MeterRegistry registry;
  private final Failures failures;
  private final Map<K, Map<Series, Meter>> shown = new HashMap<>();

  /** What is asked for; filters of the registry may make another one of it. */
  record Series(Meters meter, Tags tags, @Nullable String unit) {}

  FoundMeters(MeterRegistry registry, Failures failures) {
    this.registry = registry;
    this.failures = failures;
  }

  /**
   * Forgets all but these. A meter that one of these has as well stays, as does the series that all
   * beyond the limit share.
   */
  void keep(Set<K> found) {
    List<Meter> gone = new ArrayList<>();
    shown
        .entrySet()
        .removeIf(
            known -> !found.contains(known.getKey()) && gone.addAll(known.getValue().values()));
    Set<Meter.Id> needed =
        shown.values().stream()
            .flatMap(meters -> meters.values().stream())
            .map(Meter::getId)
            .collect(Collectors.toUnmodifiableSet());
    for (Meter meter : gone) {
      if (!needed.contains(meter.getId())) {
        remove(meter);
      }
    }
  }

  private void remove(Meter meter) {
    try {
      registry.remove(meter);
    } catch (Throwable e) {
      failures.survive("metrics", "removing a meter of what has gone", e);
    }
  }

  /** Shows what goes up and down, unless it is shown. */
  void gauge(K of, Series series, DoubleSupplier value) {
    show(
        of,
        series,
        value,
        () ->
            Gauge.builder(series.meter.key(), value, DoubleSupplier::getAsDouble)
                .description(series.meter.description())
                .baseUnit(series.unit)
                .tags(series.tags)
                .strongReference(true)
                .register(registry));
  }

  /** Shows what only goes up, unless it is shown. */
  void counter(K of, Series series, GrowingFigure value) {
    show(
        of,
        series,
        value,
        () ->
            // The function has the figure, for of its object a counter has a weak reference alone.
            FunctionCounter.builder(series.meter.key(), value, same -> value.getAsDouble())
                .description(series.meter.description())
                .baseUnit(series.unit)
                .tags(series.tags)
                .register(registry));
  }

  private void show(K of, Series series, DoubleSupplier value, Supplier<Meter> registration) {
    Map<Series, Meter> meters = shown.computeIfAbsent(of, fresh -> new HashMap<>());
    if (meters.containsKey(series) || Double.isNaN(value.getAsDouble())) {
      return;
    }
    try {
      meters.put(series, registration.get());
    } catch (Throwable e) {
      failures.survive("metrics", "showing a meter of what was found", e);
    }
  }
}
