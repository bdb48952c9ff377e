package io.sereno.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.NamingConvention;
import io.sereno.invocation.BeanMethod;
import io.sereno.settings.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the timers of each name have in common, as Prometheus demands of what it knows by one name.
 * Used by one thread, while deploying.
 */
final class TimerNames {

  private static final String ACTIVE = ".active";

  private static final String SECONDS = "seconds";

  private final NamingConvention scraped;

  /** What the scrape calls the meters that are there anyway. */
  private final Set<String> ours;

  private final Map<String, First> known = new HashMap<>();

  /** The first method with a name, and how it shows itself. */
  private record First(BeanMethod method, boolean active, Set<String> tags, boolean buckets) {}

  TimerNames(NamingConvention scraped) {
    this.scraped = scraped;
    this.ours =
        Stream.of(Meters.values())
            .filter(meter -> meter != Meters.METHOD_TIMED)
            .map(Meters::key)
            .flatMap(
                key ->
                    Stream.of(
                        scraped.name(key, Meter.Type.TIMER, SECONDS),
                        scraped.name(key, Meter.Type.COUNTER, null),
                        scraped.name(key, Meter.Type.GAUGE, null),
                        scraped.name(key, Meter.Type.DISTRIBUTION_SUMMARY, Meters.BYTES)))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The name under which calls are seen while they run. */
  static String active(String name) {
    return name + ACTIVE;
  }

  /** Whether the method's timer may stand beside the others; if not, that is a problem. */
  boolean allow(BeanMethod method, TimedSettings timed, Settings settings) {
    Set<String> tags = timed.tags().keySet();
    boolean buckets = timed.distribution().hasBuckets();
    Optional<String> remedy =
        remedy(timed.name(), new First(method, false, tags, buckets))
            .or(
                () ->
                    timed.longTask()
                        ? remedy(active(timed.name()), new First(method, true, tags, false))
                        : Optional.empty());
    remedy.ifPresent(
        text ->
            settings.problem(TimedSettings.place(method, settings, "name"), timed.name(), text));
    return remedy.isEmpty();
  }

  private Optional<String> remedy(String name, First mine) {
    String shown = scraped.name(name, Meter.Type.TIMER, SECONDS);
    if (ours.contains(shown)) {
      return Optional.of("give it a name that is no meter of Sereno's");
    }
    First first = known.putIfAbsent(shown, mine);
    if (first == null) {
      return Optional.empty();
    }
    String other = "give it another name than " + first.method.fullName() + " has";
    if (first.active != mine.active) {
      return Optional.of(other + ", one of which shows running calls");
    }
    if (!first.tags.equals(mine.tags)) {
      return Optional.of(other + ", or tags with the same keys: " + new TreeSet<>(first.tags));
    }
    return first.buckets == mine.buckets
        ? Optional.empty()
        : Optional.of(other + ", or buckets (histogram, objectives) to both or neither");
  }
}
