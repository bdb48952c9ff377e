package io.sereno.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Meters that were made once, to be looked up from then on. No lock is held while one is made, for
 * registries and their filters are foreign code, which may be slow or come back here: two threads
 * that want the same one at once may both make it, and a registry gives both of them the same. So
 * many are remembered, whatever comes; the others are asked for each time, and the {@link
 * CardinalityGuard} has them share one. Threads: any.
 *
 * @param <K> what tells them apart
 * @param <M> one of them
 */
final class Remembered<K, M> {

  private final Map<K, M> known = new ConcurrentHashMap<>();
  private final Object lock = new Object();
  private final int most;
  private final Function<K, M> maker;

  Remembered(int most, Function<K, M> maker) {
    this.most = most;
    this.maker = maker;
  }

  M get(K key) {
    M found = known.get(key);
    return found != null ? found : make(key);
  }

  private M make(K key) {
    M made = maker.apply(key);
    synchronized (lock) {
      M other = known.get(key);
      if (other != null) {
        return other;
      }
      if (known.size() < most) {
        known.put(key, made);
      }
    }
    return made;
  }

  /** Null if it has not been made yet. */
  @Nullable M find(K key) {
    return known.get(key);
  }

  int size() {
    return known.size();
  }
}
