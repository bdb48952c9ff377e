package io.sereno.metrics;

import io.sereno.settings.Durations;
import io.sereno.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * MicroProfile Metrics' settings of timers, by their names: {@code alpha.timer=0.5,0.99;beta.*=0.9}
 * and the like. An asterisk at the end stands for anything, and of several entries for a timer the
 * last one holds. What cannot be read is left out and warned of, since the keys are the server's,
 * too.
 *
 * @see <a
 *     href="https://download.eclipse.org/microprofile/microprofile-metrics-5.1.0/microprofile-metrics-spec-5.1.0.html">MicroProfile
 *     Metrics 5.1</a>
 */
final class DistributionKeys {

  private static final String PERCENTILES = "mp.metrics.distribution.percentiles";
  private static final String HISTOGRAM = "mp.metrics.distribution.percentiles-histogram.enabled";
  private static final String BUCKETS = "mp.metrics.distribution.timer.buckets";
  private static final String LEAST = "mp.metrics.distribution.timer.min-value";
  private static final String MOST = "mp.metrics.distribution.timer.max-value";

  private final List<Entry<List<Double>>> percentiles;
  private final List<Entry<Boolean>> histogram;
  private final List<Entry<List<Duration>>> buckets;
  private final List<Entry<Duration>> least;
  private final List<Entry<Duration>> most;

  /** What holds for the timers with this name, or whose names begin like this. */
  private record Entry<T>(String name, T value) {

    boolean isFor(String timer) {
      return name.endsWith("*")
          ? timer.startsWith(name.substring(0, name.length() - 1))
          : timer.equals(name);
    }
  }

  private DistributionKeys(Reading reading) {
    percentiles =
        reading.entries(
            PERCENTILES,
            "write timer=0.5,0.99, with semicolons between timers and numbers from 0 to 1",
            text -> items(text).map(TimedMembers::percentile).toList());
    histogram = reading.entries(HISTOGRAM, "write timer=true or timer=false", Reading::flag);
    String durations = "write timer=100,2s, with semicolons between timers and ms, s, m or h";
    buckets =
        reading.entries(BUCKETS, durations, text -> items(text).map(Reading::duration).toList());
    least = reading.entries(LEAST, durations, Reading::duration);
    most = reading.entries(MOST, durations, Reading::duration);
  }

  static DistributionKeys read(Settings settings) {
    return new DistributionKeys(new Reading(settings));
  }

  Optional<List<Double>> percentiles(String timer) {
    return last(percentiles, timer);
  }

  Optional<Boolean> histogram(String timer) {
    return last(histogram, timer);
  }

  Optional<List<Duration>> objectives(String timer) {
    return last(buckets, timer);
  }

  Distribution.Range range(String timer) {
    return new Distribution.Range(last(least, timer).orElse(null), last(most, timer).orElse(null));
  }

  private static <T> Optional<T> last(List<Entry<T>> entries, String timer) {
    return entries.stream()
        .filter(entry -> entry.isFor(timer))
        .reduce((earlier, later) -> later)
        .map(Entry::value);
  }

  private static Stream<String> items(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).filter(item -> !item.isEmpty());
  }

  private record Reading(Settings settings) {

    <T> List<Entry<T>> entries(String key, String remedy, Function<String, T> parser) {
      List<Entry<T>> entries = new ArrayList<>();
      for (String text : settings.text(key).orElse("").split(";", -1)) {
        String[] pair = text.split("=", 2);
        if (text.isBlank()) {
          continue;
        }
        try {
          entries.add(new Entry<>(pair[0].strip(), parser.apply(pair[1].strip())));
        } catch (RuntimeException e) {
          settings.warn(key, text.strip(), remedy);
        }
      }
      return List.copyOf(entries);
    }

    static Boolean flag(String text) {
      return switch (text) {
        case "true" -> true;
        case "false" -> false;
        default -> throw new IllegalArgumentException(text);
      };
    }

    /** Without a unit, in milliseconds. */
    static Duration duration(String text) {
      return TimedMembers.positive(Durations.parse(text.matches("\\d+") ? text + "ms" : text));
    }
  }
}
