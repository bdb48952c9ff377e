package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Every kind of secret in lines as logs have them, and ordinary lines beside. */
class RedactionSuiteTest {

  private static final Logger LOG = Logger.getLogger(RedactionSuiteTest.class.getName());

  private final Redactor redactor = new Redactor(new RedactionSettings(List.of()));

  @Test
  void masksEverySecret() {
    List<SecretSamples.Positive> positives = SecretSamples.positives();
    List<String> missed =
        positives.stream()
            .filter(positive -> redactor.text(positive.line()).contains(positive.secret()))
            .map(positive -> positive.kind() + ": " + positive.line())
            .toList();
    LOG.info(
        () -> "recall: %d of %d".formatted(positives.size() - missed.size(), positives.size()));

    assertThat(positives).hasSizeGreaterThanOrEqualTo(300);
    assertThat(missed).isEmpty();
  }

  @Test
  void masksHaveNothingMoreToMask() {
    for (SecretSamples.Positive positive : SecretSamples.positives()) {
      String masked = redactor.text(positive.line());

      assertThat(redactor.text(masked)).isSameAs(masked);
    }
  }

  @Test
  void leavesOrdinaryLinesAsTheyAre() {
    List<String> ordinary = SecretSamples.ordinary();
    List<String> changed =
        ordinary.stream().filter(line -> redactor.text(line) != line).distinct().toList();
    double rate = 100.0 * changed.size() / ordinary.size();
    LOG.info(() -> "false positives: %.3f %% of %d".formatted(rate, ordinary.size()));

    assertThat(ordinary).hasSizeGreaterThanOrEqualTo(10_000);
    assertThat(rate).as("%s", changed).isLessThan(0.1);
  }
}
