package io.sereno.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.sereno.figures.Figure;
import java.util.function.Consumer;

/** Shows each figure of Sereno's own as a meter. */
final class FigureMeters implements Consumer<Figure> {

  private final MeterRegistry registry;

  FigureMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void accept(Figure figure) {
    Tags tags =
        Tags.of(
            figure.tags().entrySet().stream()
                .map(tag -> Tag.of(tag.getKey(), tag.getValue()))
                .toList());
    switch (figure.kind()) {
      case COUNTER ->
          FunctionCounter.builder(figure.name(), figure, f -> f.value().getAsLong())
              .description(figure.description())
              .tags(tags)
              .register(registry);
      case GAUGE ->
          Gauge.builder(figure.name(), figure, f -> f.value().getAsLong())
              .description(figure.description())
              .tags(tags)
              .strongReference(true)
              .register(registry);
    }
  }
}
