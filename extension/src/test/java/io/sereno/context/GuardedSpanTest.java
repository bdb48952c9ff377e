package io.sereno.context;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuardedSpanTest {

  private int asked;

  @Test
  void whatHasPartsMissingIsAskedOnce() {
    GuardedSpan span = new GuardedSpan(new FailingSpan(new NoClassDefFoundError("a/Part")));

    assertThat(span.traceId()).isNull();
    assertThat(span.isLeftOver()).isFalse();
    assertThat(span.spanId()).isEmpty();
    assertThat(asked).isEqualTo(1);
  }

  @Test
  void whatFailsIsAskedAgain() {
    GuardedSpan span = new GuardedSpan(new FailingSpan(new IllegalStateException("expected")));

    assertThat(span.traceId()).isNull();
    assertThat(span.isLeftOver()).isFalse();
    assertThat(span.spanId()).isEmpty();
    assertThat(asked).isEqualTo(3);
  }

  private final class FailingSpan implements CurrentSpan {

    private final Throwable failure;

    FailingSpan(Throwable failure) {
      this.failure = failure;
    }

    @Override
    public @Nullable String traceId() {
      return fail();
    }

    @Override
    public boolean isLeftOver() {
      return fail().isEmpty();
    }

    @Override
    public String spanId() {
      return fail();
    }

    private String fail() {
      asked++;
      if (failure instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failure;
    }
  }
}
