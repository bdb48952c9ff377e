package io.sereno.logging.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SparesTest {

  private final AtomicInteger made = new AtomicInteger();
  private final Spares<Integer> spares = new Spares<>(made::incrementAndGet);

  @Test
  void aThreadGetsWhatItGaveBack() {
    Integer first;
    try (Spares.Loan<Integer> loan = spares.take()) {
      first = loan.thing();
    }
    try (Spares.Loan<Integer> loan = spares.take()) {
      assertThat(loan.thing()).isSameAs(first);
    }
    assertThat(made).hasValue(1);
  }

  @Test
  void whatIsLentIsNotLentAgain() {
    try (Spares.Loan<Integer> first = spares.take();
        Spares.Loan<Integer> second = spares.take()) {
      assertThat(first.thing()).isNotEqualTo(second.thing());
    }
  }

  @Test
  void noTwoThreadsEverHaveTheSame() throws Exception {
    Spares<Integer> few = new Spares<>(made::incrementAndGet, 1);
    Set<Integer> lent = ConcurrentHashMap.newKeySet();
    CountDownLatch together = new CountDownLatch(8);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Boolean>> results = new ArrayList<>();
    for (int t = 0; t < 8; t++) {
      results.add(
          threads.submit(
              () -> {
                together.countDown();
                together.await();
                boolean alone = true;
                for (int i = 0; i < 10_000; i++) {
                  try (Spares.Loan<Integer> mine = few.take()) {
                    alone &= lent.add(mine.thing());
                    lent.remove(mine.thing());
                  }
                }
                return alone;
              }));
    }
    for (Future<Boolean> result : results) {
      assertThat(result.get()).isTrue();
    }
    threads.shutdown();
  }
}
