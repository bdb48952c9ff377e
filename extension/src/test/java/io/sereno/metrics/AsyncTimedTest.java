package io.sereno.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sereno.FakeCall;
import io.sereno.Timed;
import io.sereno.figures.Figures;
import io.sereno.invocation.BeanMethod;
import io.sereno.invocation.CallObserver;
import io.sereno.settings.Settings;
import io.sereno.settings.TestSettings;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Calls whose results come after them. */
class AsyncTimedTest {

  static class Exports {
    @Timed
    public @Nullable CompletionStage<String> stage() {
      return null;
    }

    @Timed
    public @Nullable Future<String> future() {
      return null;
    }

    @Timed
    public String text() {
      return "";
    }

    @Timed(longTask = true)
    public @Nullable CompletionStage<String> running() {
      return null;
    }
  }

  /** A stage that tells its end twice, or is asked in vain. */
  private static final class BadStage extends CompletableFuture<String> {
    private final boolean refuses;

    BadStage(boolean refuses) {
      this.refuses = refuses;
    }

    @Override
    public CompletableFuture<String> whenComplete(
        BiConsumer<? super String, ? super Throwable> action) {
      if (refuses) {
        throw new UnsupportedOperationException("expected by a test");
      }
      action.accept("once", null);
      action.accept("twice", null);
      return this;
    }
  }

  private final FakeCall call = FakeCall.untouchable();
  private final Figures figures = new Figures();
  private final MeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void aStageIsTimedToItsCompletion() throws Exception {
    CompletableFuture<String> stage = new CompletableFuture<>();
    observer("stage").succeeded(call, TimeUnit.HOURS.toNanos(1), stage);
    assertThat(count("success", "")).isZero();

    stage.complete("done");
    assertThat(count("success", "")).isEqualTo(1);
    assertThat(timer("success", "").totalTime(TimeUnit.HOURS)).isGreaterThan(1).isLessThan(1.1);
  }

  @Test
  void aStageThatFailsIsAFailureOfItsCause() throws Exception {
    CompletableFuture<String> stage = new CompletableFuture<>();
    observer("stage").succeeded(call, 1, stage.thenApply(text -> text));
    stage.completeExceptionally(new IllegalStateException("expected by a test"));

    assertThat(count("failure", IllegalStateException.class.getName())).isEqualTo(1);
    assertThat(count("success", "")).isZero();
  }

  @Test
  void aCompletionExceptionWithoutCauseIsItself() throws Exception {
    observer("stage")
        .succeeded(
            call,
            1,
            CompletableFuture.failedFuture(new CompletionException("expected by a test", null)));

    assertThat(count("failure", CompletionException.class.getName())).isEqualTo(1);
  }

  @Test
  void aStageThatIsCancelledIsAFailure() throws Exception {
    CompletableFuture<String> future = new CompletableFuture<>();
    observer("future").succeeded(call, 1, future);
    future.cancel(true);

    assertThat(count("failure", "java.util.concurrent.CancellationException")).isEqualTo(1);
  }

  @Test
  void aFutureThatTellsNobodyIsTimedToItsReturn() throws Exception {
    observer("future").succeeded(call, 1, new java.util.concurrent.FutureTask<>(() -> "never run"));

    assertThat(count("success", "")).isEqualTo(1);
  }

  @Test
  void aMethodThatReturnsNoneAndNullAreTimedAtOnce() throws Exception {
    observer("text").succeeded(call, 1, "text");
    observer("stage").succeeded(call, 1, null);

    assertThat(timer("success", "").getId().getTag("method")).isNotNull();
    assertThat(registry.find("method.timed").tag("outcome", "success").functionTimers())
        .extracting(FunctionTimer::count)
        .containsExactly(1.0, 1.0);
  }

  @Test
  void oneCallIsCountedOnce() throws Exception {
    observer("stage").succeeded(call, 1, new BadStage(false));

    assertThat(count("success", "")).isEqualTo(1);
  }

  @Test
  void aStageThatCannotBeAskedIsTimedToItsReturn() throws Exception {
    CallObserver observer = observer("stage");

    observer.succeeded(call, 1, new BadStage(true));

    assertThat(count("success", "")).isEqualTo(1);
  }

  @Test
  void aStageThatNeverCompletesIsForgotten() throws Exception {
    CallObserver observer = observer("running");
    observer.begun(call);
    WeakReference<?> stage = new WeakReference<>(returned(observer));
    assertThat(active()).isEqualTo(1);

    await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(stage.get()).isNull();
              observer.begun(call);
              observer.failed(call, 1, new IllegalStateException("expected by a test"));
              assertThat(active()).isZero();
            });
  }

  private CompletableFuture<String> returned(CallObserver observer) {
    CompletableFuture<String> stage = new CompletableFuture<>();
    observer.succeeded(call, 1, stage);
    return stage;
  }

  @Test
  void aRunningCallEndsWithItsStage() throws Exception {
    CallObserver observer = observer("running");
    observer.begun(call);
    CompletableFuture<String> stage = returned(observer);
    assertThat(active()).isEqualTo(1);
    stage.complete("done");

    assertThat(active()).isZero();
  }

  private int active() {
    return registry.get("method.timed.active").longTaskTimer().activeTasks();
  }

  private long count(String outcome, String errorType) {
    FunctionTimer found =
        registry
            .find("method.timed")
            .tags("outcome", outcome, "error.type", errorType)
            .functionTimer();
    return found == null ? 0 : Math.round(found.count());
  }

  private FunctionTimer timer(String outcome, String errorType) {
    return registry
        .get("method.timed")
        .tags("outcome", outcome, "error.type", errorType)
        .functionTimer();
  }

  private CallObserver observer(String method) throws Exception {
    Settings settings = TestSettings.of(Map.of());
    return new TimedMethods(
            registry,
            new QueryBudgets(figures, new Budgets(), true),
            DistributionKeys.read(settings),
            figures.failures())
        .observe(new BeanMethod(Exports.class, Exports.class.getMethod(method)), settings);
  }
}
