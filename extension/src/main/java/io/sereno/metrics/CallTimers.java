package io.sereno.metrics;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The timers of calls in a registry: {@link PlainTimer}s, and Micrometer's own where there are
 * buckets or percentiles to keep. The scrape shows both alike. Threads: any.
 */
final class CallTimers {

  private final MeterRegistry registry;
  private final Map<Meter.Id, PlainTimer> plain = new HashMap<>();

  CallTimers(MeterRegistry registry) {
    this.registry = registry;
  }

  MeterRegistry registry() {
    return registry;
  }

  /** The one with this name and these tags, or with those that the registry makes of them. */
  CallTimer get(TimedSettings timed, Tags tags) {
    if (timed.distribution().isPlain()) {
      return plain(timed, tags);
    }
    Timer timer =
        timed
            .distribution()
            .on(Timer.builder(timed.name()))
            .description(timed.description())
            .tags(tags)
            .register(registry);
    return nanos -> timer.record(nanos, TimeUnit.NANOSECONDS);
  }

  private CallTimer plain(TimedSettings timed, Tags tags) {
    PlainTimer fresh = new PlainTimer(System::nanoTime);
    synchronized (plain) {
      Meter.Id id =
          FunctionTimer.builder(
                  timed.name(), fresh, PlainTimer::count, PlainTimer::nanos, TimeUnit.NANOSECONDS)
              .description(timed.description())
              .tags(tags)
              .register(registry)
              .getId();
      PlainTimer shown = plain.putIfAbsent(id, fresh);
      if (shown != null) {
        return shown;
      }
      Gauge.builder(timed.name() + ".seconds.max", fresh, PlainTimer::maxSeconds)
          .description(timed.description())
          .tags(id.getTags())
          .register(registry);
      return fresh;
    }
  }
}
