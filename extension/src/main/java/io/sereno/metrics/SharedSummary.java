package io.sereno.metrics;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import io.sereno.figures.Failures;

/** A summary with copies, which have the same buckets where the other registry lets them. */
final class SharedSummary implements DistributionSummary, SharedMeter {

  private final DistributionSummary own;
  private final DistributionStatisticConfig config;
  private final double scale;
  private final Copies<DistributionSummary> copies;

  SharedSummary(
      DistributionSummary own,
      DistributionStatisticConfig config,
      double scale,
      Failures failures) {
    this.own = own;
    this.config = config;
    this.scale = scale;
    this.copies = new Copies<>(failures);
  }

  @Override
  public void record(double amount) {
    own.record(amount);
    if (!copies.isEmpty()) {
      copies.tell(copy -> copy.record(amount * scale));
    }
  }

  @Override
  public Meter copyTo(OtherRegistry other) {
    return copies.add(other.summary(this, config));
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
  public double totalAmount() {
    return own.totalAmount();
  }

  @Override
  public double max() {
    return own.max();
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
