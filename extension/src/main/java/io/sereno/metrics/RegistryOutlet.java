package io.sereno.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.sereno.figures.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Shows meters in a registry of somebody else's. What is written gets a copy of its own there; what
 * is only read is read when that registry reads it.
 */
final class RegistryOutlet implements MeterOutlet {

  private final OtherRegistry other;
  private final Failures failures;
  private final Map<Meter.Id, List<Meter>> copies = new ConcurrentHashMap<>();
  private volatile boolean closed;

  RegistryOutlet(MeterRegistry other, Failures failures) {
    this.other = OtherRegistry.of(other);
    this.failures = failures;
  }

  @Override
  public boolean open() {
    return true;
  }

  @Override
  public void show(Meter meter) {
    Meter.Id id = meter.getId();
    if (copies.containsKey(id) || other.has(meter)) {
      return;
    }
    List<Meter> made = new ArrayList<>();
    try {
      copy(meter, made);
    } finally { // what was there before a failure is ours as well
      copies.put(id, List.copyOf(made));
      if (closed) {
        hide(meter);
      }
    }
  }

  private void copy(Meter meter, List<Meter> made) {
    if (meter instanceof SharedMeter shared) {
      made.add(shared.copyTo(other));
    } else {
      other.show(meter, made::add);
    }
  }

  @Override
  public void hide(Meter meter) {
    List<Meter> gone = copies.remove(meter.getId());
    if (gone == null) {
      return;
    }
    if (meter instanceof SharedMeter shared) {
      gone.forEach(shared::forget);
    }
    gone.forEach(this::remove);
  }

  @Override
  public void close() {
    closed = true;
    copies.values().forEach(gone -> gone.forEach(this::remove));
    copies.clear();
  }

  private void remove(Meter copy) {
    try {
      other.remove(copy);
    } catch (Throwable e) {
      failures.survive("metrics", "taking a meter out of another registry", e);
    }
  }
}
