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

  /** Records may be lost for this reason: whoever counts begins at zero. */
  default void expect(String reason) {}

  /** Losses that nobody looks at. */
  static Losses noop() {
    return (reason, records) -> {};
  }

  /** Losses shown as the figure {@code sereno.dropped} of this outlet. */
  static Losses of(String outlet, Figures figures) {
    Map<String, LongAdder> counters = new ConcurrentHashMap<>();
    return new Losses() {
      @Override
      public void add(String reason, long records) {
        counters.computeIfAbsent(reason, this::counter).add(records);
      }

      @Override
      public void expect(String reason) {
        add(reason, 0);
      }

      private LongAdder counter(String reason) {
        return figures.counter(
            "sereno.dropped",
            "What an outlet was given and did not write",
            Map.of("outlet", outlet, "reason", reason));
      }
    };
  }
}
