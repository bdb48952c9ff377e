package io.sereno.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RememberedTest {

  private final Queue<String> made = new ConcurrentLinkedQueue<>();
  private final LongAdder exceeded = new LongAdder();

  @Test
  void asManyAsMayBeAreMadeOnceAndTheOthersShareOne() {
    Remembered<String, String> remembered = remembered(2);

    assertThat(List.of("a", "b", "c", "a", "d", "b", "c").stream().map(remembered::get))
        .containsExactly("A", "B", "surplus", "A", "surplus", "B", "surplus");
    assertThat(made).containsExactly("a", "b", "surplus");
    assertThat(exceeded.sum()).isEqualTo(3);
  }

  /** However many are being made at the same time: each has taken its place before. */
  @Test
  void noneIsMadeThatNobodyCouldRemember() throws Exception {
    int most = 20;
    CountDownLatch making = new CountDownLatch(most);
    CountDownLatch released = new CountDownLatch(1);
    Remembered<Integer, Integer> remembered =
        new Remembered<>(
            new Remembered.Limit(most, exceeded::increment),
            key -> {
              made.add("" + key);
              making.countDown();
              Waiting.until(released);
              return key;
            },
            () -> -1);
    ExecutorService threads = Executors.newFixedThreadPool(most + 1);
    try {
      List<Future<Integer>> first =
          IntStream.range(0, most)
              .mapToObj(key -> threads.submit(() -> remembered.get(key)))
              .toList();
      Waiting.until(making);
      Future<Integer> last = threads.submit(() -> remembered.get(most));

      assertThat(last.get(10, TimeUnit.SECONDS)).isEqualTo(-1);
      released.countDown();
      for (int key = 0; key < most; key++) {
        assertThat(first.get(key).get(10, TimeUnit.SECONDS)).isEqualTo(key);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(made).hasSize(most);
    assertThat(exceeded.sum()).isEqualTo(1);
  }

  @Test
  void whatCouldNotBeMadeIsTriedAgain() {
    AtomicInteger tries = new AtomicInteger();
    Remembered<String, String> remembered =
        new Remembered<>(
            Remembered.Limit.of(1),
            key -> {
              if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("expected by a test");
              }
              return key;
            },
            () -> "surplus");

    assertThatThrownBy(() -> remembered.get("a")).hasMessage("expected by a test");
    assertThat(remembered.get("a")).isEqualTo("a");
    assertThat(remembered.get("b")).isEqualTo("surplus");
  }

  private Remembered<String, String> remembered(int most) {
    return new Remembered<>(
        new Remembered.Limit(most, exceeded::increment),
        key -> {
          made.add(key);
          return key.toUpperCase(Locale.ROOT);
        },
        () -> {
          made.add("surplus");
          return "surplus";
        });
  }
}
