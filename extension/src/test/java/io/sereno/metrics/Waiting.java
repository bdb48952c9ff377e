package io.sereno.metrics;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** For a test's threads that wait for each other, in code that declares no exceptions. */
final class Waiting {

  private Waiting() {}

  /**
   * Within a time limit. Who calls this on another thread than the test's should be asked for his
   * result there, for that is where a failure comes out.
   */
  static void until(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new IllegalStateException("nobody came");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
