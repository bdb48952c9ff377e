package io.sereno.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;

/** A meter that tells others, in registries of somebody else's, whatever it is told. */
interface SharedMeter {

  /** Makes one like it, which is told from now on. */
  Meter copyTo(MeterRegistry other);

  /** Tells that one no more. */
  void forget(Meter copy);
}
