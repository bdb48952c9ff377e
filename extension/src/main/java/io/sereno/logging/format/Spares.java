package io.sereno.logging.format;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Things that one thread at a time works with, kept for the next time: lent without a lock, and
 * mostly to the same threads, so that what a thing remembers of its last use is often right. When
 * the one at hand is lent already, another is made. Threads: any; nothing stays on them.
 */
final class Spares<T> {

  private static final int PLACES = 32;

  /** Places are apart, so that processors do not fight over one line of their caches. */
  private static final int APART = 16;

  private final AtomicReferenceArray<@Nullable Loan<T>> kept;
  private final int lastPlace;
  private final Supplier<T> maker;

  Spares(Supplier<T> maker) {
    this(maker, PLACES);
  }

  /**
   * Keeps as many things as there are places.
   *
   * @param places a power of two
   */
  Spares(Supplier<T> maker, int places) {
    this.kept = new AtomicReferenceArray<>(places * APART);
    this.lastPlace = places - 1;
    this.maker = maker;
  }

  /** One thing for this thread, until it is closed. */
  Loan<T> take() {
    int place = ((int) Thread.currentThread().getId() & lastPlace) * APART;
    Loan<T> loan = kept.get(place);
    return loan != null && loan.begin() ? loan : another(place);
  }

  private Loan<T> another(int place) {
    Loan<T> loan = new Loan<>(maker.get());
    kept.compareAndSet(place, null, loan);
    return loan;
  }

  /** A thing that is lent while it is made, and whenever it begins to be, until it is closed. */
  static final class Loan<T> implements AutoCloseable {

    private final T thing;
    private final AtomicBoolean lent = new AtomicBoolean(true);

    private Loan(T thing) {
      this.thing = thing;
    }

    private boolean begin() {
      return lent.compareAndSet(false, true);
    }

    T thing() {
      return thing;
    }

    @Override
    public void close() {
      lent.setRelease(false);
    }
  }
}
