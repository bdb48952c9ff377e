package io.sereno.logging;

/** Durations for people to read, in milliseconds: {@code 3.2 ms}, {@code 0.012 ms}. */
final class Millis {

  private static final long IN_NANOS = 1_000_000;

  private Millis() {}

  /** With one decimal, or three if it is less than one. */
  static String of(long nanos) {
    if (nanos < IN_NANOS) {
      long micros = (nanos + 500) / 1_000;
      return micros / 1_000 + "." + String.valueOf(micros % 1_000 + 1_000).substring(1) + " ms";
    }
    long tenths = nanos / 100_000 + (nanos % 100_000 >= 50_000 ? 1 : 0);
    return tenths / 10 + "." + tenths % 10 + " ms";
  }
}
