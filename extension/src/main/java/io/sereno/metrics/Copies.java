package io.sereno.metrics;

import io.micrometer.core.instrument.Meter;
import io.sereno.figures.Failures;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The copies that a meter has in registries of somebody else's. Mostly there are none, and to know
 * that costs nothing. Threads: any.
 */
final class Copies<M extends Meter> {

  private final Failures failures;
  private final Object lock = new Object();
  private volatile List<M> all = List.of();

  Copies(Failures failures) {
    this.failures = failures;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  M add(M copy) {
    synchronized (lock) {
      all = Stream.concat(all.stream(), Stream.of(copy)).toList();
    }
    return copy;
  }

  void remove(Meter copy) {
    synchronized (lock) {
      all = all.stream().filter(known -> known != copy).toList();
    }
  }

  /** One that fails leaves the others, and the caller, alone. */
  void tell(Consumer<M> measurement) {
    for (M copy : all) {
      try {
        measurement.accept(copy);
      } catch (Throwable e) {
        failures.survive("metrics", "telling another registry of a measurement", e);
      }
    }
  }
}
