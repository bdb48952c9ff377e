package io.sereno.logging.handlers;

import java.time.Duration;

/** A while in which something is not done again; over at once when the clock is set back. */
final class Pause {

  private final long millis;
  private long began;
  private boolean running;

  Pause(Duration length) {
    this.millis = length.toMillis();
  }

  void begin(long now) {
    began = now;
    running = true;
  }

  void end() {
    running = false;
  }

  boolean isOver(long now) {
    return !running || now < began || now - began >= millis;
  }
}
