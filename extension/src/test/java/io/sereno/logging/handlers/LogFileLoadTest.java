package io.sereno.logging.handlers;

import static io.sereno.logging.handlers.LogFolder.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileLoadTest {

  private static final int LINES = 5_000;

  @TempDir private Path folder;

  private final MutableClock clock = new MutableClock();
  private final RecordedEvents events = new RecordedEvents();

  @Test
  void holdsEveryLineOnceAndInOrderWhileItIsRotated() throws Exception {
    LogFileSettings settings =
        new LogFileSettings(folder.resolve("app.log"), 65_536, true, 1_000_000, true);
    try (LogFile log = new LogFile(settings, clock, events)) {
      for (Thread thread : writers(8, log, new CountDownLatch(0))) {
        thread.join();
      }
    }

    List<String> found = LogFolder.lines(folder);
    for (int thread = 0; thread < 8; thread++) {
      String prefix = thread + " ";
      assertThat(found.stream().filter(text -> text.startsWith(prefix)).toList())
          .isEqualTo(linesOf(thread));
    }
    assertThat(found).hasSize(8 * LINES);
    assertThat(LogFolder.contents(folder))
        .hasSizeGreaterThan(30)
        .allSatisfy((name, text) -> assertThat(text).hasSizeBetween(1, 65_536))
        .allSatisfy((name, text) -> assertThat(name).matches("app\\.log|.*\\.gz"));
    assertThat(events.told).isEmpty();
    assertThat(events.lost).isEmpty();
  }

  @Test
  void keepsOnlySoManyWhileItIsRotated() throws Exception {
    LogFileSettings settings =
        new LogFileSettings(folder.resolve("app.log"), 4_096, false, 3, true);
    try (LogFile log = new LogFile(settings, clock, events)) {
      for (Thread thread : writers(4, log, new CountDownLatch(0))) {
        thread.join();
      }
    }

    assertThat(LogFolder.contents(folder)).hasSize(4);
    assertThat(LogFolder.contents(folder).keySet())
        .allSatisfy(name -> assertThat(name).matches("app\\.log|.*\\.gz"));
    assertThat(events.told).isEmpty();
  }

  @Test
  void countsWhatARemovedFolderHeld() throws Exception {
    Path logs = folder.resolve("logs");
    LogFileSettings settings = new LogFileSettings(logs.resolve("app.log"), 0, false, 3, false);
    CountDownLatch underWay = new CountDownLatch(4 * LINES / 4);
    try (LogFile log = new LogFile(settings, clock, events)) {
      List<Thread> threads = writers(4, log, underWay);
      underWay.await();
      LogFolder.delete(logs);
      clock.advance(Duration.ofSeconds(1));
      for (Thread thread : threads) {
        thread.join();
      }
      log.write(line("the last"));
    }

    List<String> found = LogFolder.lines(logs);
    assertThat(found)
        .doesNotHaveDuplicates()
        .endsWith("the last")
        .allSatisfy(text -> assertThat(text).matches("\\d \\d{60}|the last"));
    assertThat(found.size() + events.lost.getOrDefault("file_removed", 0L))
        .isGreaterThanOrEqualTo(4 * LINES + 1);
    assertThat(events.lost).containsOnlyKeys("file_removed");
    assertThat(events.told).isEmpty();
  }

  private static List<Thread> writers(int count, LogFile log, CountDownLatch written) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> lines = linesOf(i);
      Thread thread =
          new Thread(
              () -> {
                for (String text : lines) {
                  log.write(line(text));
                  written.countDown();
                }
              });
      thread.start();
      threads.add(thread);
    }
    return threads;
  }

  private static List<String> linesOf(int thread) {
    return IntStream.range(0, LINES).mapToObj(i -> "%d %060d".formatted(thread, i)).toList();
  }
}
