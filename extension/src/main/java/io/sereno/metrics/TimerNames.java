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

/**
 * What the timers of each name have in common, as Prometheus demands of what it knows by one name.
 * Used by one thread, while deploying.
 */
final class TimerNames {

  private static final String ACTIVE = ".active";

  private final NamingConvention scraped;
  private final Map<String, First> known = new HashMap<>();

  /** The first method with a name, and how it shows itself. */
  private record First(BeanMethod method, boolean active, Set<String> tags, boolean buckets) {}

  TimerNames(NamingConvention scraped) {
    this.scraped = scraped;
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
    First first = known.putIfAbsent(scraped.name(name, Meter.Type.TIMER, "seconds"), mine);
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
