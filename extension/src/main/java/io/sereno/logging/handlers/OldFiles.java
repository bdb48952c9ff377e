package io.sereno.logging.handlers;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The old files of a log file: {@code app.2026-11-23.1.log} and {@code app.2026-11-23.2.log.gz}
 * beside {@code app.log}.
 *
 * <p>A file keeps its number: a new one counts on from the greatest of its date. One that is being
 * compressed is there under several names and counts once. Names that this class would not have
 * given are other people's files. It has no state: whatever stands in the folder counts. Threads:
 * any; a file that another thread deletes meanwhile is no failure.
 */
final class OldFiles {

  static final String COMPRESSED = ".gz";

  private static final Pattern UNFINISHED = Pattern.compile("\\.gz\\.[0-9a-f]{8}\\.tmp$");

  private final LogFileSettings settings;
  private final String stem;
  private final String extension;
  private final Pattern names;

  OldFiles(LogFileSettings settings) {
    this.settings = settings;
    String name = settings.file().getFileName().toString();
    int dot = name.lastIndexOf('.');
    this.stem = dot > 0 ? name.substring(0, dot) : name;
    this.extension = dot > 0 ? name.substring(dot) : "";
    this.names =
        Pattern.compile(
            Pattern.quote(stem)
                + "\\.(\\d{4}-\\d{2}-\\d{2})\\.([1-9]\\d{0,8})"
                + Pattern.quote(extension)
                + "(?:\\.gz(?:\\.[0-9a-f]{8}\\.tmp)?)?");
  }

  /** Makes the current file, which is closed, an old one; where none are kept, deletes it. */
  void add(LocalDate date) throws IOException {
    if (settings.backupCount() == 0) {
      Files.deleteIfExists(settings.file());
      return;
    }
    int greatest =
        list().keySet().stream()
            .filter(old -> old.date().equals(date))
            .mapToInt(Old::number)
            .max()
            .orElse(0);
    Files.move(settings.file(), path(new Old(date, greatest + 1)));
  }

  /**
   * Deletes the oldest beyond those to keep, and what crashes have left beside the others. What
   * cannot be deleted does not spare the rest.
   */
  void prune() throws IOException {
    SortedMap<Old, List<Path>> found = list();
    found.values().forEach(names -> names.removeIf(name -> !isRegular(name)));
    found.values().removeIf(List::isEmpty);
    int tooMany = found.size() - settings.backupCount();
    List<Path> superfluous = new ArrayList<>();
    for (Map.Entry<Old, List<Path>> old : found.entrySet()) {
      boolean kept = tooMany-- <= 0;
      boolean compressed = !Files.exists(path(old.getKey()));
      old.getValue().stream()
          .filter(name -> !kept || (compressed && isUnfinished(name)))
          .forEach(superfluous::add);
    }
    delete(superfluous);
  }

  /** Those that are not compressed, the oldest first. */
  List<Path> uncompressed() throws IOException {
    return list().keySet().stream().map(this::path).filter(OldFiles::isRegular).toList();
  }

  /** Another name every time: two that compress the same file must not meet in one. */
  static Path unfinished(Path old) {
    int random = ThreadLocalRandom.current().nextInt();
    return old.resolveSibling("%s.gz.%08x.tmp".formatted(old.getFileName(), random));
  }

  private static boolean isUnfinished(Path name) {
    return UNFINISHED.matcher(name.toString()).find();
  }

  private static void delete(List<Path> names) throws IOException {
    IOException failure = null;
    for (Path name : names) {
      try {
        Files.deleteIfExists(name);
      } catch (IOException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private Path path(Old old) {
    return settings.file().resolveSibling(stem + "." + old.date() + "." + old.number() + extension);
  }

  private SortedMap<Old, List<Path>> list() throws IOException {
    SortedMap<Old, List<Path>> found = new TreeMap<>();
    Path folder = settings.file().resolveSibling("");
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
      for (Path path : all) {
        Matcher name = names.matcher(path.getFileName().toString());
        if (name.matches()) {
          note(path, name, found);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return found;
  }

  private static void note(Path path, Matcher name, SortedMap<Old, List<Path>> found) {
    try {
      Old old = new Old(LocalDate.parse(name.group(1)), Integer.parseInt(name.group(2)));
      found.computeIfAbsent(old, none -> new ArrayList<>()).add(path);
    } catch (DateTimeException e) {
      return; // the 45th of a month: not one of ours
    }
  }

  /** A folder or a link of such a name takes the number, but is not ours. */
  private static boolean isRegular(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  private record Old(LocalDate date, int number) implements Comparable<Old> {

    private static final Comparator<Old> BY_AGE =
        Comparator.comparing(Old::date).thenComparingInt(Old::number);

    @Override
    public int compareTo(Old other) {
      return BY_AGE.compare(this, other);
    }
  }
}
