package io.sereno.logging.handlers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A process of its own, under a limit of file size, that writes two hundred lines. */
final class FileSizeLimit {

  private FileSizeLimit() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    RecordedEvents events = new RecordedEvents();
    LogFileSettings settings = new LogFileSettings(folder.resolve("app.log"), 0, false, 0, false);
    try (LogFile log = new LogFile(settings, new MutableClock(), events)) {
      for (int i = 0; i < 200; i++) {
        log.write(LogFolder.line("%099d".formatted(i)));
      }
    }
    Files.write(folder.resolve("events"), List.of(events.lost.toString(), events.told.toString()));
  }
}
