package io.sereno.redaction;

/**
 * A part of a text in one {@code long}, since finding nothing must allocate nothing: its start, its
 * end, and whether its last four characters may be shown.
 */
final class Span {

  static final long NONE = -1;

  private static final long LAST4 = 1L << 31;

  private Span() {}

  /** From {@code start} to before {@code end}; none if that is empty. */
  static long of(int start, int end) {
    return start < end ? ((long) start << 32) | end : NONE;
  }

  /** The same, whose last four characters may be shown. */
  static long keepingLast4(long span) {
    return span == NONE ? NONE : span | LAST4;
  }

  static int start(long span) {
    return (int) (span >>> 32);
  }

  static int end(long span) {
    return (int) (span & ~LAST4);
  }

  static boolean keepsLast4(long span) {
    return (span & LAST4) != 0;
  }
}
