package io.sereno.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

class FiguresTest {

  private final Figures figures = new Figures();
  private final List<Figure> seen = new ArrayList<>();

  @Test
  void handsOverWhatIsThereAndWhatComes() {
    LongAdder first = figures.counter("first", "Firsts", Map.of());
    figures.forEach(seen::add);
    figures.gauge("second", "Seconds", Map.of("kind", "a"), () -> 7);
    first.add(3);

    assertThat(seen).extracting(Figure::name).containsExactly("sereno.failures", "first", "second");
    assertThat(seen).extracting(figure -> figure.value().getAsLong()).containsExactly(0L, 3L, 7L);
  }

  @Test
  void countsFailuresByFeature() {
    figures.forEach(seen::add);

    figures.failures().report("audit", "testing", new IllegalStateException("expected"));
    figures.failures().report("audit", "testing", new IllegalStateException("expected"));
    figures.failures().report("health", "testing", new IllegalStateException("expected"));

    assertThat(seen)
        .extracting(Figure::tags)
        .containsExactly(
            Map.of("feature", "failures"), Map.of("feature", "audit"), Map.of("feature", "health"));
    assertThat(seen).extracting(figure -> figure.value().getAsLong()).containsExactly(0L, 2L, 1L);
  }

  @Test
  void aFailureWhileReportingIsCountedAndGoesNoFurther() {
    figures.forEach(
        figure -> {
          if (figure.tags().containsValue("audit")) {
            throw new IllegalStateException("expected by a test");
          }
        });

    figures.failures().report("audit", "testing", new IllegalStateException("expected"));

    figures.forEach(seen::add);
    assertThat(seen)
        .filteredOn(figure -> figure.tags().containsValue("failures"))
        .extracting(figure -> figure.value().getAsLong())
        .containsExactly(1L);
  }
}
