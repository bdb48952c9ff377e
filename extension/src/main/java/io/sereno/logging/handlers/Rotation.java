package io.sereno.logging.handlers;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;

/**
 * Decides when a file becomes an old one, makes it one, and sees to what is kept of the old ones.
 *
 * <p>A file that cannot be renamed is written on, and tried again after a minute. Threads: under
 * its owner's lock.
 */
final class Rotation {

  private static final String ROTATING = "rotating";
  private static final String DELETING = "deleting old files of";
  private static final String COMPRESSING = "compressing old files of";

  private final LogFileSettings settings;
  private final OldFiles old;
  private final Compression compression;
  private final Reports reports;
  private final Pause afterFailure = new Pause(Duration.ofMinutes(1));

  Rotation(LogFileSettings settings, OldFiles old, Compression compression, Reports reports) {
    this.settings = settings;
    this.old = old;
    this.compression = compression;
    this.reports = reports;
  }

  /** Whether a line of so many bytes belongs into the next file. */
  boolean isDue(CurrentFile file, int length, LocalDate today, long now) {
    boolean full = settings.maxBytes() > 0 && file.size() + length > settings.maxBytes();
    boolean yesterdays = settings.daily() && !file.date().equals(today);
    return (full || yesterdays) && file.hasContent() && afterFailure.isOver(now);
  }

  /** Moves the file, which is closed, out of the way; false when it stands where it was. */
  boolean rotate(LocalDate date, long now) {
    try {
      old.add(date);
      reports.works(ROTATING);
      afterFailure.end();
    } catch (IOException e) {
      reports.fails(ROTATING, e);
      afterFailure.begin(now);
      return false;
    }
    prune();
    if (settings.compress()) {
      compress();
    }
    return true;
  }

  private void prune() {
    try {
      old.prune();
      reports.works(DELETING);
    } catch (IOException e) {
      reports.fails(DELETING, e);
    }
  }

  private void compress() {
    try {
      compression.begin();
      reports.works(COMPRESSING);
    } catch (OutOfMemoryError e) { // no thread to be had; the next rotation tries again
      reports.fails(COMPRESSING, new IOException(e));
    }
  }
}
