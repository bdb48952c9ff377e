package io.sereno.logging.format;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Frames of stack traces as they are encoded. So many are remembered, the last ones that were put.
 * Threads: any.
 */
final class KnownFrames {

  /** A power of two. */
  private static final int REMEMBERED = 4_096;

  private final AtomicReferenceArray<@Nullable Known> known =
      new AtomicReferenceArray<>(REMEMBERED);

  private static final class Known {

    private final StackTraceElement frame;
    private final byte[] encoded;

    Known(StackTraceElement frame, byte[] encoded) {
      this.frame = frame;
      this.encoded = encoded;
    }
  }

  byte @Nullable [] get(StackTraceElement frame) {
    Known here = known.get(place(frame));
    return here != null && here.frame.equals(frame) ? here.encoded : null;
  }

  void put(StackTraceElement frame, byte[] encoded) {
    known.lazySet(place(frame), new Known(frame, encoded));
  }

  private static int place(StackTraceElement frame) {
    int hash = frame.hashCode();
    return (hash ^ hash >>> 16) & (REMEMBERED - 1);
  }
}
