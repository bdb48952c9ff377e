package io.sereno.logging.handlers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Stands still until it is moved, in a zone where the day begins an hour before UTC's. */
final class MutableClock extends Clock {

  private volatile Instant now = Instant.parse("2026-11-23T12:00:00Z");

  void advance(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneId.of("Europe/Vienna");
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException();
  }
}
