package io.sereno.logging.handlers;

import static io.sereno.logging.handlers.LogFolder.contents;
import static io.sereno.logging.handlers.LogFolder.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTroubleTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir private Path folder;

  private final MutableClock clock = new MutableClock();
  private final RecordedEvents events = new RecordedEvents();

  @SuppressWarnings("NullAway.Init") // every test opens its own
  private LogFile log;

  @AfterEach
  void close() {
    if (log != null) {
      log.close();
    }
  }

  @Test
  void leavesTheDiskAloneForASecondAfterAFailure() throws IOException {
    Path file = Files.createDirectory(folder.resolve("app.log"));
    open(file);

    log.write(line("1"));
    Files.delete(file);
    clock.advance(Duration.ofMillis(999));
    log.write(line("2"));
    log.tend();
    assertThat(file).doesNotExist();

    clock.advance(Duration.ofMillis(1));
    log.write(line("3"));
    log.write(line("4"));
    assertThat(contents(folder)).isEqualTo(Map.of("app.log", "3\n4\n"));
    assertThat(events.lost).isEqualTo(Map.of("write_failed", 2L));
    assertThat(events.told).containsExactly("opening " + file, "recovered after 2");
  }

  @Test
  void tellsEverySpellOfFailingOnce() throws IOException {
    Path file = Files.createDirectory(folder.resolve("app.log"));
    open(file);

    for (int i = 0; i < 5; i++) {
      log.write(line("lost"));
      clock.advance(SECOND);
    }
    Files.delete(file);
    log.write(line("1"));
    Files.delete(file);
    Files.createDirectory(file);
    clock.advance(SECOND);
    log.write(line("lost"));

    assertThat(events.lost).isEqualTo(Map.of("file_removed", 1L, "write_failed", 6L));
    assertThat(events.told)
        .containsExactly("opening " + file, "recovered after 5", "opening " + file);
  }

  @Test
  void opensAgainWhileNobodyWrites() throws IOException {
    Path file = Files.createDirectory(folder.resolve("app.log"));
    open(file);
    log.write(line("1"));
    Files.delete(file);

    clock.advance(SECOND);
    log.tend();
    assertThat(file).isEmptyFile();
    assertThat(events.told).containsExactly("opening " + file);

    log.write(line("2"));
    assertThat(events.told).containsExactly("opening " + file, "recovered after 1");
  }

  @Test
  void isToldOfWithoutTheLock() throws Exception {
    Path file = Files.createDirectory(folder.resolve("app.log"));
    List<Boolean> done = new ArrayList<>();
    LogFile.Events logging =
        new RecordedEvents() {
          @Override
          public void failed(String doing, IOException cause) {
            Thread other = new Thread(() -> log.write(line("written by another thread")));
            other.start();
            try {
              other.join(10_000);
            } catch (InterruptedException e) {
              throw new AssertionError(e);
            }
            done.add(!other.isAlive());
          }
        };
    log = new LogFile(new LogFileSettings(file, 0, false, 0, false), clock, logging);

    log.write(line("1"));

    assertThat(done).containsExactly(true);
  }

  @Test
  void failsAndRecoversOnADiskThatIsReallyFull() throws Exception {
    String disk = folder.toString();
    assumeTrue(
        Commands.run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk) == 0,
        "only root may mount a disk to fill");
    try {
      Files.write(folder.resolve("ballast"), new byte[32_768]);
      open(folder.resolve("app.log"));
      List<String> written = fill();

      assertThat(folder.resolve("app.log")).hasContent(String.join("\n", written));
      assertThat(Files.size(folder.resolve("app.log"))).isEqualTo(100L * written.size());
      assertThat(events.told).containsExactly("writing " + folder.resolve("app.log"));

      clock.advance(SECOND);
      log.tend();
      log.write(line("no room yet".repeat(9)));
      Files.delete(folder.resolve("ballast"));
      clock.advance(SECOND);
      log.write(line("room"));
      written.add("room");

      assertThat(folder.resolve("app.log")).hasContent(String.join("\n", written));
      assertThat(events.lost).isEqualTo(Map.of("write_failed", 2L));
      assertThat(events.told)
          .containsExactly("writing " + folder.resolve("app.log"), "recovered after 2");
    } finally {
      log.close();
      assertThat(Commands.run("umount", disk)).isZero();
    }
  }

  /** Writes under an interrupted thread, too, until a line is lost, which is not in the result. */
  private List<String> fill() {
    List<String> written = new ArrayList<>();
    for (int i = 0; events.lost.isEmpty(); i++) {
      String text = "%099d".formatted(i);
      if (i % 2 == 0) {
        Thread.currentThread().interrupt();
      }
      log.write(line(text));
      assertThat(Thread.interrupted()).isEqualTo(i % 2 == 0);
      written.add(text);
    }
    written.remove(written.size() - 1);
    return written;
  }

  @Test
  void leavesNoTornLineAtALimitOfFileSize() throws Exception {
    assumeTrue(Commands.run("bash", "-c", "ulimit -f 8") == 0, "needs bash");

    int exit =
        Commands.run(
            "bash",
            "-c",
            "ulimit -f 8; exec \"$0\" -XX:-UsePerfData -Xshare:auto -XX:TieredStopAtLevel=1"
                + " -cp \"$1\" \"$2\" \"$3\"",
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            classes(LogFile.class) + ":" + classes(FileSizeLimit.class),
            FileSizeLimit.class.getName(),
            folder.toString());

    assertThat(exit).isZero();
    assertThat(Files.readAllLines(folder.resolve("app.log")))
        .isEqualTo(IntStream.range(0, 81).mapToObj("%099d"::formatted).toList());
    assertThat(folder.resolve("events"))
        .hasContent("{write_failed=119}\n[writing " + folder.resolve("app.log") + "]");
  }

  @Test
  void isNotConfusedByADevice() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "needs /dev/full");
    log = new LogFile(new LogFileSettings(full, 1, true, 3, true), clock, events);

    log.write(line("1"));
    clock.advance(Duration.ofDays(1));
    log.tend();
    log.write(line("2"));

    assertThat(events.lost).isEqualTo(Map.of("write_failed", 2L));
    assertThat(events.told).containsExactly("writing /dev/full");
    assertThat(Files.exists(full) && !Files.isRegularFile(full)).isTrue();
  }

  private static String classes(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }

  private void open(Path file) {
    log = new LogFile(new LogFileSettings(file, 0, false, 3, false), clock, events);
  }
}
