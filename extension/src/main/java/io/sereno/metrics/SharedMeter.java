package io.sereno.metrics;

import io.micrometer.core.instrument.Meter;

/** A meter that tells others, in registries of somebody else's, whatever it is told. */
interface SharedMeter {

  /** Makes one like it, which is told from now on. */
  Meter copyTo(OtherRegistry other);

  /** Tells that one no more. */
  void forget(Meter copy);
}
