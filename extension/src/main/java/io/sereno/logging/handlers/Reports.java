package io.sereno.logging.handlers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is to be told about a file, kept until its lock is released: a failure once until it has
 * passed, a loss every time. Threads: under its owner's lock.
 */
final class Reports {

  private final Path file;
  private final Set<String> failing = new HashSet<>();
  private List<Consumer<LogFile.Events>> waiting = new ArrayList<>();
  private boolean writingFails;
  private long lostMeanwhile;

  Reports(Path file) {
    this.file = file;
  }

  void lost(String reason, long lines) {
    if (lines > 0) {
      lostMeanwhile += lines;
      waiting.add(events -> events.lost(reason, lines));
    }
  }

  /** Something beside the writing of lines, such as "rotating", does not work. */
  void fails(String doing, IOException cause) {
    if (failing.add(doing)) {
      failed(doing, cause);
    }
  }

  void works(String doing) {
    failing.remove(doing);
  }

  /** Lines cannot be written, because "opening" or "writing" fails. */
  void writingFails(String doing, IOException cause) {
    if (!writingFails) {
      writingFails = true;
      failed(doing, cause);
    }
  }

  void lineLost() {
    lost(LogFile.WRITE_FAILED, 1);
  }

  void lineWritten() {
    if (writingFails) {
      long lines = lostMeanwhile;
      waiting.add(events -> events.recovered(lines));
      writingFails = false;
    }
    lostMeanwhile = 0;
  }

  /** Hands out what has come together, to be told without the lock. */
  List<Consumer<LogFile.Events>> take() {
    if (waiting.isEmpty()) {
      return List.of();
    }
    List<Consumer<LogFile.Events>> taken = waiting;
    waiting = new ArrayList<>();
    return taken;
  }

  private void failed(String doing, IOException cause) {
    waiting.add(events -> events.failed(doing + " " + file, cause));
  }
}
