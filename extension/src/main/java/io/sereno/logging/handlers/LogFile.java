package io.sereno.logging.handlers;

import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * A file of lines that is rotated by size and by day, and goes on after a full disk, a removed
 * folder or another program's rotation.
 *
 * <p>Every line is appended at once and whole: a crash of the process loses nothing, and a line
 * that cannot be written leaves nothing of itself behind. Nothing is opened before the first line.
 * When writing fails, lines are lost and counted, and the disk is left alone for a second. Old
 * files are described at {@link OldFiles}.
 *
 * <p>A file that was removed, or renamed by another program, is noticed within a second. The lines
 * written since the last look count as lost then: an upper bound, since a renamed file still holds
 * them.
 *
 * <p>One process writes to a file, through one of these. Threads: any; a line may wait for a
 * rotation, never for a compression.
 */
final class LogFile implements Closeable {

  /** The reason of a loss: the file could not be opened or written. */
  static final String WRITE_FAILED = "write_failed";

  /** The reason of a loss: somebody removed the file, or moved it away. */
  static final String FILE_REMOVED = "file_removed";

  /** The reason of a loss: the line came after {@link #close()}. */
  static final String CLOSED = "closed";

  private static final Duration RETRY = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Clock clock;
  private final Events events;
  private final Compression compression;
  private final Object lock = new Object();
  private final Reports reports;
  private final RotatingFile file;
  private final Pause untilRetry = new Pause(RETRY);
  private boolean begun;
  private boolean closed;

  /**
   * Who is told what happens to the file, on the thread that wrote or compressed and without a
   * lock: {@code failed} and {@code recovered} may log to this very file, {@code lost} must not.
   */
  interface Events {

    /** Lines are lost: {@value #WRITE_FAILED}, {@value #FILE_REMOVED} or {@value #CLOSED}. */
    void lost(String reason, long lines);

    /**
     * Something does not work any more; told once until it works again.
     *
     * @param doing such as "writing /var/log/app.log"; "opening", "rotating", "deleting old files
     *     of", "compressing old files of"
     */
    void failed(String doing, IOException cause);

    /** The first line is written again, after so many that were lost. */
    void recovered(long linesLost);
  }

  LogFile(LogFileSettings settings, Clock clock, Events events) {
    this.clock = clock;
    this.events = events;
    this.reports = new Reports(settings.file());
    OldFiles old = new OldFiles(settings);
    this.compression = new Compression(settings.file(), old, events);
    Rotation rotation = new Rotation(settings, old, compression, reports);
    this.file = new RotatingFile(settings.file(), clock.getZone(), rotation, reports);
  }

  /** Appends a line, which ends in a line feed. Never throws, unless the events do. */
  void write(byte[] line) {
    List<Consumer<Events>> told;
    synchronized (lock) {
      accept(line, clock.millis());
      told = reports.take();
    }
    told.forEach(report -> report.accept(events));
  }

  /**
   * Looks after the file while nobody writes: opens it again after a failure or a removal. Cheap
   * enough for every second, and optional.
   */
  void tend() {
    List<Consumer<Events>> told;
    synchronized (lock) {
      if (begun && !closed) {
        reopen(clock.millis());
      }
      told = reports.take();
    }
    told.forEach(report -> report.accept(events));
  }

  /** Closes the file and waits up to five seconds for a compression under way. */
  @Override
  public void close() {
    List<Consumer<Events>> told;
    synchronized (lock) {
      closed = true;
      file.leave(clock.millis());
      told = reports.take();
    }
    told.forEach(report -> report.accept(events));
    compression.close(PATIENCE);
  }

  private void accept(byte[] line, long now) {
    if (closed) {
      reports.lost(CLOSED, 1);
      return;
    }
    begun = true;
    if (!untilRetry.isOver(now)) {
      reports.lineLost();
      return;
    }
    file.lookOnceASecond(now);
    try {
      appendOrReopen(line, now);
      untilRetry.end();
      reports.lineWritten();
    } catch (IOException e) {
      fail(e, now);
      reports.lineLost();
    }
  }

  /** A file that is opened anew mends much, a folder that is gone for one. */
  private void appendOrReopen(byte[] line, long now) throws IOException {
    try {
      file.append(line, now);
    } catch (IOException e) {
      file.leave(now);
      file.append(line, now);
    }
  }

  private void reopen(long now) {
    file.lookOnceASecond(now);
    if (file.isOpen() || !untilRetry.isOver(now)) {
      return;
    }
    try {
      file.open(now);
      untilRetry.end();
    } catch (IOException e) {
      fail(e, now);
    }
  }

  private void fail(IOException cause, long now) {
    reports.writingFails(file.isOpen() ? "writing" : "opening", cause);
    file.leave(now);
    untilRetry.begin(now);
  }
}
