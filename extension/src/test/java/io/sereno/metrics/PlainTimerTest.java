package io.sereno.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PlainTimerTest {

  private static final long SECOND = 1_000_000_000;

  private final AtomicLong now = new AtomicLong(-7);
  private final PlainTimer timer = new PlainTimer(now::get);

  @Test
  void countsAndAddsFromAllThreads() {
    LongStream.rangeClosed(1, 100_000).parallel().forEach(timer::record);

    assertThat(timer.count()).isEqualTo(100_000);
    assertThat(timer.nanos()).isEqualTo(5_000_050_000.0);
    assertThat(timer.maxSeconds()).isEqualTo(0.0001);
  }

  @Test
  void aMaximumIsForgottenAfterAMinuteOrTwo() {
    timer.record(5 * SECOND);
    timer.record(3 * SECOND);
    assertThat(after(15)).isEqualTo(5);
    timer.record(4 * SECOND);
    assertThat(after(45)).isEqualTo(5);
    timer.record(2 * SECOND);
    assertThat(after(59)).isEqualTo(5);
    assertThat(after(1)).isEqualTo(5);
    assertThat(after(1)).isEqualTo(2);
    assertThat(after(60)).isEqualTo(2);
    assertThat(after(1)).isZero();
  }

  @Test
  void aMaximumIsSeenHoweverSeldomOneLooks() {
    timer.record(5 * SECOND);

    assertThat(after(3_600)).isEqualTo(5);
    assertThat(after(3_600)).isEqualTo(5);
    assertThat(after(3_600)).isZero();
  }

  private double after(long seconds) {
    now.addAndGet(seconds * SECOND);
    return timer.maxSeconds();
  }
}
