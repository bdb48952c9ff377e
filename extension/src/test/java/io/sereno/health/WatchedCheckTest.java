package io.sereno.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.figures.Figure;
import io.sereno.figures.Figures;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchedCheckTest {

  private final Deque<Optional<String>> errors = new ArrayDeque<>();
  private final List<Figure> shown = new ArrayList<>();
  private final Figures figures = new Figures();

  @Test
  void showsWhatWasFoundLastAndNothingBefore() {
    figures.forEach(
        figure -> {
          if (figure.name().equals("sereno.health.status")) {
            shown.add(figure);
          }
        });
    Check check = new WatchedCheck(new ScriptedCheck(), figures);
    assertThat(shown).isEmpty();

    errors.add(Optional.of("java.sql.SQLException"));
    assertThat(check.run().isUp()).isFalse();
    assertThat(status()).isZero();

    errors.add(Optional.empty());
    assertThat(check.run().isUp()).isTrue();
    assertThat(status()).isEqualTo(1);
    assertThat(shown.get(0).tags()).isEqualTo(Map.of("check", "database:a"));
  }

  /** Looking runs nothing: the script would be over. */
  private long status() {
    assertThat(shown).hasSize(1);
    return shown.get(0).value().getAsLong();
  }

  private final class ScriptedCheck implements Check {

    @Override
    public String name() {
      return "database:a";
    }

    @Override
    public CheckResult run() {
      return new CheckResult(name(), Duration.ZERO, errors.remove());
    }
  }
}
