package io.sereno.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HousekeepingTest {

  private final Housekeeping housekeeping = new Housekeeping();

  @AfterEach
  void stop() {
    housekeeping.stop();
  }

  @Test
  void itsThreadHasNothingOfTheOneThatNeededItFirst() throws Exception {
    InheritableThreadLocal<String> requests = new InheritableThreadLocal<>();
    CompletableFuture<Optional<String>> seen = new CompletableFuture<>();
    requests.set("secret");
    try {
      var unused =
          housekeeping.after(
              Duration.ZERO, () -> seen.complete(Optional.ofNullable(requests.get())));
    } finally {
      requests.remove();
    }

    assertThat(seen.get(10, TimeUnit.SECONDS)).isEmpty();
  }

  @Test
  void nothingIsDoneOnceItHasStopped() {
    housekeeping.stop();

    assertThat(housekeeping.after(Duration.ZERO, () -> {}) == null).isTrue();
  }
}
