package io.sereno.logging.handlers;

import io.sereno.settings.DataSize;
import io.sereno.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a handler of type {@code file}.
 *
 * @param file {@code filename}: the file that is written to, which must be said; old ones stand
 *     beside it
 * @param maxBytes {@code max-bytes}: the file is rotated before it grows longer; 0 for no limit;
 *     10MiB by default
 * @param daily {@code daily}: whether it is rotated when the local date changes, too; false by
 *     default
 * @param backupCount {@code backup-count}: how many old files are kept; 0 deletes the content
 *     instead of keeping it; 7 by default
 * @param compress {@code compress}: whether old files are compressed with gzip; false by default
 */
record LogFileSettings(Path file, long maxBytes, boolean daily, int backupCount, boolean compress) {

  private static final String FILENAME = "filename";
  private static final String MAX_BYTES = "max-bytes";
  private static final String DAILY = "daily";
  private static final String BACKUP_COUNT = "backup-count";
  private static final String COMPRESS = "compress";
  private static final String REMEDY = "write the path of a file, such as /var/log/acme/app.log";

  /** In the place of what cannot be used: that is a problem already. */
  private static final Path NONE = Path.of("unnamed.log");

  LogFileSettings {
    file = file.toAbsolutePath();
    if (file.getFileName() == null || maxBytes < 0 || backupCount < 0) {
      throw new IllegalArgumentException(
          "A log file needs a name and no negative sizes: %s, %d bytes, %d old files"
              .formatted(file, maxBytes, backupCount));
    }
  }

  static LogFileSettings read(Settings settings) {
    return new LogFileSettings(
        file(settings),
        settings.size(MAX_BYTES, new DataSize(10 << 20), new DataSize(0)).bytes(),
        settings.flag(DAILY, false),
        settings.number(BACKUP_COUNT, 7, 0, 1_000_000),
        settings.flag(COMPRESS, false));
  }

  boolean isNamed() {
    return !file.equals(NONE.toAbsolutePath());
  }

  /** The same path for the same file, whichever way it is written. */
  Path realFile() {
    Path normal = file.normalize();
    Path rest = Path.of("");
    for (Path at = normal; at != null; at = at.getParent()) {
      try {
        return at.toRealPath().resolve(rest).normalize();
      } catch (IOException e) { // not there yet: what stands above may be
        Path name = at.getFileName();
        rest = name == null ? rest : name.resolve(rest);
      }
    }
    return normal;
  }

  private static Path file(Settings settings) {
    Path file = settings.value(FILENAME, NONE, REMEDY, LogFileSettings::path);
    if (settings.text(FILENAME).isEmpty()) {
      settings.problem(FILENAME, "", REMEDY);
    } else if (!file.equals(NONE) && !canBeMade(file)) {
      settings.warn(
          FILENAME, file.toString(), "let the server write there; its lines are lost until it can");
    }
    return file;
  }

  private static Path path(String text) {
    Path path = Path.of(text.strip()).toAbsolutePath();
    if (path.getFileName() == null || Files.isDirectory(path)) {
      throw new IllegalArgumentException(text);
    }
    return path;
  }

  private static boolean canBeMade(Path file) {
    if (Files.exists(file)) {
      return Files.isWritable(file);
    }
    @Nullable Path folder = file.getParent();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    return folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
  }
}
