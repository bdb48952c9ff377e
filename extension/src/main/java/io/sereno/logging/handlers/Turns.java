package io.sereno.logging.handlers;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Knows which threads are at work here, so that work that comes back to itself is seen. Nothing is
 * put on a thread, and mostly nothing is allocated. Threads: any.
 */
final class Turns {

  /** The thread is at work here already. */
  static final int TAKEN = -1;

  private static final int CROWDED = -2;
  private static final int PLACES = 128;
  private static final int TRIES = 4;

  private final AtomicReferenceArray<Thread> places = new AtomicReferenceArray<>(PLACES);
  private final Set<Thread> crowd = ConcurrentHashMap.newKeySet();

  /** Begins; what this returns ends it, unless it is {@link #TAKEN}. */
  int begin() {
    Thread self = Thread.currentThread();
    int home = (int) self.getId() * TRIES;
    for (int i = 0; i < TRIES; i++) {
      if (places.get(home + i & PLACES - 1) == self) {
        return TAKEN;
      }
    }
    if (!crowd.isEmpty() && crowd.contains(self)) {
      return TAKEN;
    }
    for (int i = 0; i < TRIES; i++) {
      int place = home + i & PLACES - 1;
      if (places.get(place) == null && places.compareAndSet(place, null, self)) {
        return place;
      }
    }
    crowd.add(self);
    return CROWDED;
  }

  void end(int turn) {
    if (turn == CROWDED) {
      crowd.remove(Thread.currentThread());
    } else {
      places.set(turn, null);
    }
  }
}
