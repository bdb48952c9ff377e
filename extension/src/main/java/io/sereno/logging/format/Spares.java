package io.sereno.logging.format;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Things that one thread at a time works with, kept for the next time: lent without a lock, and
 * mostly to the same threads, so that what a thing remembers of its last use is often right. When
 * the one at hand is lent already, another is made. Threads: any; nothing stays on them.
 */
final class Spares<T> {

  private static final int PLACES = 32;

  /** Places are apart, so that processors do not fight over one line of their caches. */
  private static final int APART = 16;

  private final AtomicReferenceArray<T> spares = new AtomicReferenceArray<>(PLACES * APART);
  private final Supplier<T> maker;

  Spares(Supplier<T> maker) {
    this.maker = maker;
  }

  T take() {
    T spare = spares.getAndSet(place(), null);
    return spare == null ? maker.get() : spare;
  }

  void giveBack(T thing) {
    spares.lazySet(place(), thing);
  }

  private static int place() {
    return ((int) Thread.currentThread().getId() & (PLACES - 1)) * APART;
  }
}
