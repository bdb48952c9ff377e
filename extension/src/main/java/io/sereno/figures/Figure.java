package io.sereno.figures;

import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A number that a feature keeps about itself.
 *
 * @param name dotted, without unit or suffix: {@code sereno.audit.events}
 * @param description what it counts, in a sentence without a full stop
 * @param tags what tells it from others of the same name
 * @param kind whether it only grows
 * @param value reads it, from any thread
 */
public record Figure(
    String name, String description, Map<String, String> tags, Kind kind, LongSupplier value) {

  public Figure {
    tags = Map.copyOf(tags);
  }

  /** Whether a figure only grows. */
  public enum Kind {
    COUNTER,
    GAUGE
  }
}
