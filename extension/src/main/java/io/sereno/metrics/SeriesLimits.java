package io.sereno.metrics;

import io.sereno.settings.Settings;
import java.util.HashMap;
import java.util.Map;

/**
 * How many series a meter may have.
 *
 * @param standard {@code sereno.metrics.max-series}: of each meter that has none of its own; 2,000
 *     by default
 * @param byMeter {@code sereno.metrics.max-series-by-meter}: of some, by name; none by default
 */
record SeriesLimits(int standard, Map<String, Integer> byMeter) {

  static final SeriesLimits DEFAULT = new SeriesLimits(2_000, Map.of());

  private static final String STANDARD = "sereno.metrics.max-series";
  private static final String BY_METER = "sereno.metrics.max-series-by-meter";
  private static final int MOST = 1_000_000;

  SeriesLimits {
    byMeter = Map.copyOf(byMeter);
  }

  static SeriesLimits read(Settings settings) {
    return new SeriesLimits(
        settings.number(STANDARD, DEFAULT.standard, 1, MOST), byMeter(settings));
  }

  private static Map<String, Integer> byMeter(Settings settings) {
    Map<String, Integer> limits = new HashMap<>();
    settings.pairs(BY_METER).forEach((meter, limit) -> limits.put(meter, limit(settings, limit)));
    return limits;
  }

  private static int limit(Settings settings, String text) {
    if (text.matches("[1-9]\\d{0,5}|" + MOST)) {
      return Integer.parseInt(text);
    }
    settings.problem(
        BY_METER,
        text,
        "write meters with whole numbers from 1 to " + MOST + ", such as orders.placed=5000");
    return DEFAULT.standard;
  }

  int of(String meter) {
    return byMeter.getOrDefault(meter, standard);
  }
}
