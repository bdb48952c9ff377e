package io.sereno.logging.handlers;

import io.sereno.figures.Figures;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts, by reason, what one outlet was given and did not write. Threads: any. */
public interface Losses {

  /**
   * So many records are lost.
   *
   * @param reason one of a handful of words: {@code sampled}, {@code write_failed}
   */
  void add(String reason, long records);

  /** Losses that nobody looks at. */
  static Losses noop() {
    return (reason, records) -> {};
  }

  /** Losses shown as the figure {@code sereno.dropped} of this outlet. */
  static Losses of(String outlet, Figures figures) {
    Map<String, LongAdder> counters = new ConcurrentHashMap<>();
    return (reason, records) ->
        counters
            .computeIfAbsent(
                reason,
                r ->
                    figures.counter(
                        "sereno.dropped",
                        "What an outlet was given and did not write",
                        Map.of("outlet", outlet, "reason", r)))
            .add(records);
  }
}
