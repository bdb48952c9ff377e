package io.sereno.metrics;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RoundsTest {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
  private final Rounds rounds = new Rounds(Duration.ofNanos(10), nanos::get);
  private final AtomicInteger taken = new AtomicInteger();

  @Test
  void theFirstIsDueAtOnceAndTheOthersAfterAnInterval() {
    rounds.go(taken::incrementAndGet);
    assertThat(taken).hasValue(1);

    nanos.addAndGet(9);
    rounds.go(taken::incrementAndGet);
    assertThat(taken).hasValue(1);

    nanos.addAndGet(1);
    rounds.go(taken::incrementAndGet);
    assertThat(taken).hasValue(2);
  }

  @Test
  void nobodyWaitsForAnother() {
    rounds.go(
        () -> {
          taken.incrementAndGet();
          nanos.addAndGet(10);
          assertThat(CompletableFuture.runAsync(() -> rounds.go(taken::incrementAndGet)))
              .succeedsWithin(10, SECONDS);
        });
    assertThat(taken).hasValue(1);

    rounds.go(taken::incrementAndGet);
    assertThat(taken).hasValue(2);
  }

  @Test
  void workThatFailsEndsItsRound() {
    RuntimeException expected = new IllegalStateException("expected");
    assertThatThrownBy(
            () ->
                rounds.go(
                    () -> {
                      throw expected;
                    }))
        .isSameAs(expected);

    nanos.addAndGet(10);
    rounds.go(taken::incrementAndGet);
    assertThat(taken).hasValue(1);
  }
}
