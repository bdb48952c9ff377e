package io.sereno.logging.handlers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A path that lines are appended to, whichever file stands there: it is opened when it is needed,
 * rotated when that is due, and left when somebody has removed it. Threads: under its owner's lock.
 */
final class RotatingFile {

  private static final String CLOSING = "closing";

  private final Path path;
  private final ZoneId zone;
  private final Rotation rotation;
  private final Reports reports;
  private final Pause untilLook = new Pause(Duration.ofSeconds(1));
  private @Nullable CurrentFile current;
  private long linesSinceLook;

  RotatingFile(Path path, ZoneId zone, Rotation rotation, Reports reports) {
    this.path = path;
    this.zone = zone;
    this.rotation = rotation;
    this.reports = reports;
  }

  /** Appends a whole line, or nothing of it. */
  void append(byte[] line, long now) throws IOException {
    LocalDate today = LocalDate.ofInstant(Instant.ofEpochMilli(now), zone);
    CurrentFile file = open(now);
    if (rotation.isDue(file, line.length, today, now)) {
      look(now); // so that another program's file is not taken for this one
      file = open(now);
      if (rotation.isDue(file, line.length, today, now)) {
        file = rotated(file, now);
      }
    }
    file.append(line, today);
    linesSinceLook++;
  }

  boolean isOpen() {
    return current != null;
  }

  CurrentFile open(long now) throws IOException {
    if (current == null) {
      current = CurrentFile.open(path, zone);
      untilLook.begin(now);
    }
    return current;
  }

  void lookOnceASecond(long now) {
    if (untilLook.isOver(now)) {
      look(now);
    }
  }

  /** Closes the file after a last look: what is gone would not be missed later. */
  void leave(long now) {
    look(now);
    close();
  }

  private void look(long now) {
    if (current != null && !current.isInPlace()) {
      reports.lost(LogFile.FILE_REMOVED, linesSinceLook);
      close();
    }
    linesSinceLook = 0;
    untilLook.begin(now);
  }

  private CurrentFile rotated(CurrentFile full, long now) throws IOException {
    close();
    if (rotation.rotate(full.date(), now)) {
      return open(now);
    }
    CurrentFile same = CurrentFile.open(path, zone, full.date());
    current = same;
    return same;
  }

  private void close() {
    CurrentFile left = current;
    current = null;
    if (left == null) {
      return;
    }
    try {
      left.close();
      reports.works(CLOSING);
    } catch (IOException e) {
      reports.fails(CLOSING, e);
    }
  }
}
