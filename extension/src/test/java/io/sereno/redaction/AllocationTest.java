package io.sereno.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllocationTest {

  private static final int ROUNDS = 20_000;

  private final Redactor redactor = new Redactor(new RedactionSettings(List.of()));

  @Test
  void findingNothingAllocatesNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    String line =
        "GET /api/v1/invoices/42?page=1&size=20 200 in 5 ms, user=ada status: \"OPEN\" id=7";
    long thread = Thread.currentThread().getId();
    redactAll(line);
    long before = threads.getThreadAllocatedBytes(thread);

    redactAll(line);

    assertThat((threads.getThreadAllocatedBytes(thread) - before) / ROUNDS).isZero();
  }

  private void redactAll(String line) {
    for (int i = 0; i < ROUNDS; i++) {
      if (redactor.text(line) != line) {
        throw new AssertionError("a secret was found");
      }
    }
  }
}
