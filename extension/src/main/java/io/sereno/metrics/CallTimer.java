package io.sereno.metrics;

/** Takes how long calls took. Threads: any. */
@FunctionalInterface
interface CallTimer {

  void record(long nanos);
}
