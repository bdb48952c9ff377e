package io.sereno.invocation;

/** What an observer wants of a call that has begun. */
public enum Interest {
  /** Nothing that costs: its end is told without a duration, if at all. */
  NONE(false, false),
  /** To be told how long it takes. */
  DURATION(true, false),
  /** To be told how it ends, and that calls inside of it know of it. */
  ENCLOSING(false, true),
  /** Both. */
  ALL(true, true);

  private final boolean timed;
  private final boolean enclosing;

  Interest(boolean timed, boolean enclosing) {
    this.timed = timed;
    this.enclosing = enclosing;
  }

  /** Whether the clock is to be read. */
  boolean isTimed() {
    return timed;
  }

  /** Whether {@link EnclosingCall} is to know of the call. */
  boolean isEnclosing() {
    return enclosing;
  }

  /** What two observers want together. */
  Interest and(Interest other) {
    if (this == other || other == NONE) {
      return this;
    }
    return this == NONE ? other : ALL;
  }
}
