package io.sereno.logging.handlers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** What stands in a folder of log files. */
final class LogFolder {

  private LogFolder() {}

  static byte[] line(String text) {
    return (text + "\n").getBytes(UTF_8);
  }

  /** The names of the files and what is in them, unpacked. */
  static Map<String, String> contents(Path folder) {
    Map<String, String> contents = new TreeMap<>();
    for (Path file : files(folder)) {
      if (Files.isRegularFile(file)) {
        contents.put(file.getFileName().toString(), text(file));
      }
    }
    return contents;
  }

  /** The lines of all files, the oldest file first. */
  static List<String> lines(Path folder) {
    return files(folder).stream()
        .sorted(Comparator.comparing(LogFolder::age))
        .flatMap(file -> text(file).lines())
        .toList();
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int age(Path file) {
    String[] parts = file.getFileName().toString().split("\\.", -1);
    return parts.length == 2 ? Integer.MAX_VALUE : Integer.parseInt(parts[2]);
  }

  private static String text(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (!file.toString().endsWith(".gz")) {
        return new String(bytes, UTF_8);
      }
      try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
        return new String(unpacked.readAllBytes(), UTF_8);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
