package io.sereno.metrics;

import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The timers of calls in a registry: {@link PlainTimer}s, and Micrometer's own where there are
 * buckets or percentiles to keep. The scrape shows both alike. Threads: any.
 */
final class CallTimers {

  private final MeterRegistry registry;
  private final Map<Meter.Id, PlainTimer> plain = new ConcurrentHashMap<>();

  CallTimers(MeterRegistry registry) {
    this.registry = registry;
  }

  /** What the registry reads. */
  private static final class Shown {

    private volatile PlainTimer timer;

    Shown(PlainTimer timer) {
      this.timer = timer;
    }
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

  /**
   * No lock is held while the registry makes it, which is foreign code: of two threads that want
   * the same one at once, the registry reads the first one's, and the one that is remembered
   * counts.
   */
  private CallTimer plain(TimedSettings timed, Tags tags) {
    FunctionTimer known = registry.find(timed.name()).tags(tags).functionTimer();
    PlainTimer same = known == null ? null : plain.get(known.getId());
    if (same != null) {
      return same; // a registry warns of what is registered twice
    }
    PlainTimer fresh = new PlainTimer(System::nanoTime);
    Shown shown = new Shown(fresh);
    Meter.Id id =
        FunctionTimer.builder(
                timed.name(),
                this,
                timers -> shown.timer.count(),
                timers -> shown.timer.nanos(),
                TimeUnit.NANOSECONDS)
            .description(timed.description())
            .tags(tags)
            .register(registry)
            .getId();
    PlainTimer remembered = plain.putIfAbsent(id, fresh);
    if (remembered != null) {
      shown.timer = remembered;
      return remembered;
    }
    Gauge.builder(timed.name() + ".seconds.max", fresh, PlainTimer::maxSeconds)
        .description(timed.description())
        .tags(id.getTags())
        .register(registry);
    return fresh;
  }
}
