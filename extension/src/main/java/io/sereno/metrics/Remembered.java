package io.sereno.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Meters that were made once, to be looked up from then on. So many have a place, whatever comes;
 * all others share one, for which the lock is not taken. A place is taken before its meter is made,
 * so that none is made that nobody could remember. No lock is held while one is made, for
 * registries, their filters and loggers are foreign code, which may be slow, come back here or
 * fail: two threads that want the same one at once may both make it, and a registry gives both of
 * them the same. Threads: any.
 *
 * @param <K> what tells them apart
 * @param <M> one of them
 */
final class Remembered<K, M> {

  private final Map<K, Place<M>> known = new ConcurrentHashMap<>();
  private final Place<M> surplus = new Place<>();
  private final Object lock = new Object();
  private final Limit limit;
  private final Function<K, M> maker;
  private final Supplier<M> surplusMaker;

  /**
   * How many there may be.
   *
   * @param exceeded runs at each use of the one that the others share
   */
  record Limit(int most, Runnable exceeded) {

    /** So many, and nobody asks how often there are others. */
    static Limit of(int most) {
      return new Limit(most, () -> {});
    }

    /** As many as this meter may have series; the guard counts the uses of the shared one. */
    static Limit of(CardinalityGuard guard, String meter) {
      return new Limit(guard.limit(meter), () -> guard.overflowed(meter));
    }
  }

  /** Where one stands, once it has been made. */
  private static final class Place<M> {

    private volatile @Nullable M made;
  }

  Remembered(Limit limit, Function<K, M> maker, Supplier<M> surplusMaker) {
    this.limit = limit;
    this.maker = maker;
    this.surplusMaker = surplusMaker;
  }

  /** To be used once: each use of the one that is shared counts. */
  M get(K key) {
    Place<M> place = known.get(key);
    M found = place == null ? null : place.made;
    return found == null ? make(key) : found;
  }

  private M make(K key) {
    Place<M> place = placeOf(key);
    if (place == null) {
      limit.exceeded.run();
      return shared();
    }
    M made = maker.apply(key);
    place.made = made;
    return made;
  }

  /** Null if all are taken. */
  private @Nullable Place<M> placeOf(K key) {
    if (known.size() >= limit.most) {
      return known.get(key);
    }
    synchronized (lock) {
      return known.size() < limit.most
          ? known.computeIfAbsent(key, fresh -> new Place<>())
          : known.get(key);
    }
  }

  private M shared() {
    M found = surplus.made;
    if (found == null) {
      found = surplusMaker.get();
      surplus.made = found;
    }
    return found;
  }
}
