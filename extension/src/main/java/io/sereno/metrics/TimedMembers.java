package io.sereno.metrics;

import io.sereno.Timed;
import io.sereno.invocation.BeanMethod;
import io.sereno.settings.Durations;
import io.sereno.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the members of one method's {@code @Timed}, and tells of those that cannot be used. */
record TimedMembers(BeanMethod method, Settings settings) {

  private static final String DURATION = "write durations such as 100ms, 2s or PT5M";
  private static final String PERCENTILE = "write numbers from 0 to 1";
  private static final String TAGS =
      "write key=value, with a key of letters, digits, dots and underscores that is not one of "
          + "class, method, outcome and error.type";

  private static final Set<String> TAKEN =
      Set.of("class", "method", "outcome", "error_type", "le", "quantile");

  TimedSettings read(Timed timed, DistributionKeys defaults) {
    String name = name(timed.name());
    return new TimedSettings(
        name,
        description(timed.description()),
        tags(timed.tags()),
        distribution(timed, name, defaults),
        settings.flag(key("longTask"), timed.longTask()),
        maxQueries(timed.maxQueries()));
  }

  private String name(String own) {
    String name = settings.text(key("name")).orElse(own);
    if (name.isEmpty()) {
      return Meters.METHOD_TIMED.key();
    }
    if (!Meters.isFree(name)) {
      settings.problem(
          place("name"),
          name,
          "choose a name of letters, digits, dots and underscores that is no meter of Sereno's or of the virtual machine's");
    }
    return name;
  }

  private String description(String own) {
    String description = settings.text(key("description")).orElse(own);
    return description.isEmpty() ? Meters.METHOD_TIMED.description() : description;
  }

  private Map<String, String> tags(String[] own) {
    Map<String, String> tags = new LinkedHashMap<>();
    list("tags", Optional.empty(), own, TAGS, TimedMembers::pair)
        .forEach(pair -> tags.put(pair[0], pair[1]));
    return tags;
  }

  private Distribution distribution(Timed timed, String name, DistributionKeys byName) {
    Distribution distribution =
        new Distribution(
            settings.flag(key("histogram"), byName.histogram(name).orElse(timed.histogram())),
            list(
                "percentiles",
                byName.percentiles(name),
                texts(timed.percentiles()),
                PERCENTILE,
                TimedMembers::percentile),
            list(
                "objectives",
                byName.objectives(name),
                timed.objectives(),
                DURATION,
                text -> positive(Durations.parse(text))),
            byName.range(name));
    if (distribution.hasBuckets() && !distribution.percentiles().isEmpty()) {
      settings.warn(
          place("percentiles"),
          distribution.percentiles().toString(),
          "leave them out, or histogram and objectives: Prometheus is not shown both");
    }
    return distribution;
  }

  private int maxQueries(int own) {
    if (own < TimedSettings.UNLIMITED) {
      settings.problem(
          place("maxQueries"), String.valueOf(own), "write how many, or -1 for any number");
    }
    return settings.number(key("maxQueries"), own, TimedSettings.UNLIMITED, Integer.MAX_VALUE);
  }

  /** By the method's own key, else by what holds for the timer's name, else as in the code. */
  private <T> List<T> list(
      String member,
      Optional<List<T>> byName,
      String[] own,
      String remedy,
      Function<String, T> parser) {
    String key = key(member);
    return settings.text(key).isPresent()
        ? settings.list(key, remedy, parser)
        : byName.orElseGet(() -> members(member, own, remedy, parser));
  }

  private <T> List<T> members(
      String member, String[] own, String remedy, Function<String, T> parser) {
    List<T> read = new ArrayList<>();
    for (String value : own) {
      try {
        read.add(parser.apply(value));
      } catch (RuntimeException e) {
        settings.problem(place(member), value, remedy);
      }
    }
    return read;
  }

  private static String[] texts(double[] numbers) {
    return Arrays.stream(numbers).mapToObj(String::valueOf).toArray(String[]::new);
  }

  private static String[] pair(String text) {
    String[] pair = text.split("=", 2);
    String key = pair[0].strip();
    if (!Meters.isTag(key) || TAKEN.contains(key.replace('.', '_')) || pair[1].isBlank()) {
      throw new IllegalArgumentException(text);
    }
    return new String[] {key, pair[1].strip()};
  }

  private String key(String member) {
    return method.key(settings, Timed.class, member);
  }

  private String place(String member) {
    return TimedSettings.place(method, settings, member);
  }

  static Double percentile(String text) {
    double percentile = Double.parseDouble(text);
    if (!(percentile >= 0 && percentile <= 1)) {
      throw new IllegalArgumentException(text);
    }
    return percentile;
  }

  static Duration positive(Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(duration.toString());
    }
    return duration;
  }
}
