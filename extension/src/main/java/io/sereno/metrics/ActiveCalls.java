package io.sereno.metrics;

import io.micrometer.core.instrument.LongTaskTimer;
import io.sereno.figures.Failures;
import io.sereno.invocation.CallObserver;
import io.sereno.invocation.Interest;
import jakarta.interceptor.InvocationContext;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Shows the calls of one method while they run. An asynchronous one ends with its stage, or when
 * that has been forgotten without completing: at the next call after it.
 */
final class ActiveCalls implements CallObserver {

  private final LongTaskTimer timer;
  private final Failures failures;
  private final Map<InvocationContext, LongTaskTimer.Sample> running = new ConcurrentHashMap<>();
  private final Set<GoingOn> goingOn = ConcurrentHashMap.newKeySet();
  private final ReferenceQueue<Object> forgotten = new ReferenceQueue<>();

  /** A call that has returned and goes on. */
  private static final class GoingOn extends WeakReference<Object> {

    private final LongTaskTimer.Sample sample;

    GoingOn(Object stage, ReferenceQueue<Object> forgotten, LongTaskTimer.Sample sample) {
      super(stage, forgotten);
      this.sample = sample;
    }
  }

  ActiveCalls(LongTaskTimer timer, Failures failures) {
    this.timer = timer;
    this.failures = failures;
  }

  @Override
  public Interest begun(InvocationContext call) {
    for (Reference<?> gone = forgotten.poll(); gone != null; gone = forgotten.poll()) {
      end((GoingOn) gone);
    }
    running.put(call, timer.start());
    return Interest.DURATION;
  }

  @Override
  public void succeeded(InvocationContext call, long nanos, @Nullable Object result) {
    LongTaskTimer.Sample sample = running.remove(call);
    if (sample == null) {
      return;
    }
    if (result instanceof CompletionStage<?> stage) {
      GoingOn one = new GoingOn(stage, forgotten, sample);
      goingOn.add(one);
      Completion.of(stage, failures, failure -> end(one));
    } else {
      sample.stop();
    }
  }

  @Override
  public void failed(InvocationContext call, long nanos, Throwable failure) {
    LongTaskTimer.Sample sample = running.remove(call);
    if (sample != null) {
      sample.stop();
    }
  }

  private void end(GoingOn one) {
    goingOn.remove(one);
    one.sample.stop();
  }
}
