package io.sereno.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import io.sereno.figures.Failures;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A timer with copies, which have the same buckets where the other registry lets them. */
final class SharedTimer implements Timer, SharedMeter {

  private final Timer own;
  private final DistributionStatisticConfig config;
  private final Copies<Timer> copies;

  SharedTimer(Timer own, DistributionStatisticConfig config, Failures failures) {
    this.own = own;
    this.config = config;
    this.copies = new Copies<>(failures);
  }

  @Override
  public void record(long amount, TimeUnit unit) {
    own.record(amount, unit);
    if (!copies.isEmpty()) {
      copies.tell(copy -> copy.record(amount, unit));
    }
  }

  @Override
  public <T> @Nullable T record(Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }
  }

  @Override
  public <T> @Nullable T recordCallable(Callable<T> work) throws Exception {
    long start = System.nanoTime();
    try {
      return work.call();
    } finally {
      record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }
  }

  @Override
  public void record(Runnable work) {
    long start = System.nanoTime();
    try {
      work.run();
    } finally {
      record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }
  }

  @Override
  public Meter copyTo(OtherRegistry other) {
    return copies.add(other.timer(this, config));
  }

  @Override
  public void forget(Meter copy) {
    copies.remove(copy);
  }

  @Override
  public long count() {
    return own.count();
  }

  @Override
  public double totalTime(TimeUnit unit) {
    return own.totalTime(unit);
  }

  @Override
  public double max(TimeUnit unit) {
    return own.max(unit);
  }

  @Override
  public TimeUnit baseTimeUnit() {
    return own.baseTimeUnit();
  }

  @Override
  public HistogramSnapshot takeSnapshot() {
    return own.takeSnapshot();
  }

  @Override
  public Id getId() {
    return own.getId();
  }

  @Override
  public void close() {
    own.close();
  }
}
