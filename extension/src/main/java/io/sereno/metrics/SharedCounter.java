package io.sereno.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.sereno.figures.Failures;

/** A counter with copies. */
final class SharedCounter implements Counter, SharedMeter {

  private final Counter own;
  private final Copies<Counter> copies;

  SharedCounter(Counter own, Failures failures) {
    this.own = own;
    this.copies = new Copies<>(failures);
  }

  @Override
  public void increment(double amount) {
    own.increment(amount);
    if (!copies.isEmpty()) {
      copies.tell(copy -> copy.increment(amount));
    }
  }

  @Override
  public Meter copyTo(OtherRegistry other) {
    return copies.add(other.counter(this));
  }

  @Override
  public void forget(Meter copy) {
    copies.remove(copy);
  }

  @Override
  public double count() {
    return own.count();
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
