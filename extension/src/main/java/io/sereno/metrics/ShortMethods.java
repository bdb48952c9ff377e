package io.sereno.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.search.Search;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Copies by a registry's methods that take a name and tags: WildFly's, of its Micrometer subsystem,
 * publishes what is made by these, and keeps to itself what Micrometer's builders make. There are
 * no buckets that way, no quantiles and no descriptions; the unit becomes a part of the name, as
 * Prometheus has it: {@code http.server.request.body.size.bytes}.
 *
 * @param registry which they are made in
 */
record ShortMethods(MeterRegistry registry) implements OtherRegistry {

  private static final Pattern MACHINE = Pattern.compile("(jvm|process|system)\\..*");

  /** What Prometheus shows of a long task timer. */
  private static final List<Part> RUNNING =
      List.of(
          new Part("count", LongTaskTimer::activeTasks),
          new Part("sum", own -> own.duration(TimeUnit.SECONDS)),
          new Part("max", own -> own.max(TimeUnit.SECONDS)));

  /**
   * Whether a registry has all of these methods of its own, in the place of Micrometer's. One that
   * has but some may publish what builders make as well.
   */
  static boolean areAllThatCount(MeterRegistry registry) {
    Class<?> type = registry.getClass();
    return isItsOwn(type, "counter", String.class, Iterable.class)
        && isItsOwn(type, "timer", String.class, Iterable.class)
        && isItsOwn(type, "summary", String.class, Iterable.class)
        && isItsOwn(
            type, "gauge", String.class, Iterable.class, Object.class, ToDoubleFunction.class)
        && isItsOwn(type, "more");
  }

  private static boolean isItsOwn(Class<?> type, String method, Class<?>... parameters) {
    try {
      return type.getMethod(method, parameters).getDeclaringClass() != MeterRegistry.class;
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("Micrometer without " + method, e);
    }
  }

  @Override
  public boolean has(Meter meter) {
    Meter.Id id = meter.getId();
    return isOfTheMachine(id) || names(meter).anyMatch(name -> find(name, id).meter() != null);
  }

  /**
   * The server publishes such as {@code jvm.memory.used} itself, without a deployment's tag; and
   * Prometheus takes no second meter of that name with other tags. Those with a method's tag are
   * the application's own, whatever their names.
   */
  private static boolean isOfTheMachine(Meter.Id id) {
    return MACHINE.matcher(id.getName()).matches() && id.getTag(Meters.METHOD) == null;
  }

  private Search find(String name, Meter.Id id) {
    return registry.find(name).tags(id.getTags());
  }

  /** All that a meter may be published under; a long task timer of theirs is there as a whole. */
  private static Stream<String> names(Meter meter) {
    return meter instanceof LongTaskTimer timer
        ? Stream.concat(
            Stream.of(timer.getId().getName()), RUNNING.stream().map(part -> part.name(timer)))
        : Stream.of(name(meter));
  }

  /** What measures time has its unit from the registry. */
  private static String name(Meter meter) {
    Meter.Id id = meter.getId();
    return id.getBaseUnit() == null
            || id.getType() == Meter.Type.TIMER
            || meter instanceof TimeGauge
        ? id.getName()
        : id.getName() + '.' + id.getBaseUnit();
  }

  @Override
  public Counter counter(Counter own) {
    return registry.counter(name(own), own.getId().getTags());
  }

  @Override
  public Timer timer(Timer own, DistributionStatisticConfig config) {
    return registry.timer(name(own), own.getId().getTags());
  }

  @Override
  public DistributionSummary summary(DistributionSummary own, DistributionStatisticConfig config) {
    return registry.summary(name(own), own.getId().getTags());
  }

  /** None of a meter of somebody's own kind. */
  @Override
  public void show(Meter meter, Consumer<Meter> made) {
    Meter.Id id = meter.getId();
    MeterRegistry.More more = registry.more();
    if (meter instanceof FunctionTimer timer) {
      made.accept(
          more.timer(
              name(timer),
              id.getTags(),
              timer,
              own -> (long) own.count(),
              own -> own.totalTime(TimeUnit.NANOSECONDS),
              TimeUnit.NANOSECONDS));
    } else if (meter instanceof FunctionCounter counter) {
      made.accept(more.counter(name(counter), id.getTags(), counter, FunctionCounter::count));
    } else if (meter instanceof TimeGauge gauge) {
      made.accept(
          more.timeGauge(name(gauge), id.getTags(), gauge, gauge.baseTimeUnit(), TimeGauge::value));
    } else if (meter instanceof LongTaskTimer timer) {
      // such a timer of that registry's own would have to be told of each call
      RUNNING.forEach(part -> made.accept(gauge(part.name(timer), timer, part.value())));
    } else if (meter instanceof Gauge gauge) {
      made.accept(gauge(name(gauge), gauge, Gauge::value));
    }
  }

  /** The method for gauges returns what they read, not them. */
  private <M extends Meter> Gauge gauge(String name, M meter, ToDoubleFunction<M> value) {
    Meter.Id id = meter.getId();
    registry.gauge(name, id.getTags(), meter, value);
    Gauge copy = find(name, id).gauge();
    if (copy == null) {
      throw new IllegalStateException(
          "A gauge cannot be taken away again, as it is not found: " + name);
    }
    return copy;
  }

  @Override
  public void remove(Meter copy) {
    registry.remove(copy);
  }

  private record Part(String suffix, ToDoubleFunction<LongTaskTimer> value) {

    String name(LongTaskTimer timer) {
      return timer.getId().getName() + ".seconds." + suffix;
    }
  }
}
