package io.sereno.logging.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private final Turns turns = new Turns();

  @Test
  void aThreadIsSeenWhenItComesBackToItself() {
    int turn = turns.begin();

    assertThat(turn).isNotEqualTo(Turns.TAKEN);
    assertThat(turns.begin()).isEqualTo(Turns.TAKEN);

    turns.end(turn);
    assertThat(turns.begin()).isNotEqualTo(Turns.TAKEN);
  }

  @Test
  void soIsEachOfACrowd() throws Exception {
    int crowd = 300;
    CountDownLatch inside = new CountDownLatch(crowd);
    ExecutorService threads = Executors.newFixedThreadPool(crowd);
    List<Future<List<Integer>>> results = new ArrayList<>();
    for (int i = 0; i < crowd; i++) {
      results.add(
          threads.submit(
              () -> {
                int turn = turns.begin();
                inside.countDown();
                inside.await();
                int again = turns.begin();
                turns.end(turn);
                int after = turns.begin();
                turns.end(after);
                return List.of(turn, again, after);
              }));
    }
    for (Future<List<Integer>> result : results) {
      List<Integer> seen = result.get();
      assertThat(seen.get(0)).isNotEqualTo(Turns.TAKEN);
      assertThat(seen.get(1)).isEqualTo(Turns.TAKEN);
      assertThat(seen.get(2)).isNotEqualTo(Turns.TAKEN);
    }
    threads.shutdown();
  }
}
