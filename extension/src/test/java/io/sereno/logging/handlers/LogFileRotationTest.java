package io.sereno.logging.handlers;

import static io.sereno.logging.handlers.LogFolder.contents;
import static io.sereno.logging.handlers.LogFolder.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileRotationTest {

  private static final Instant YESTERDAY = Instant.parse("2026-11-22T12:00:00Z");

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
  void rotatesBeforeALineThatWouldMakeTheFileTooLong() {
    open("app.log", 8, 9);

    write("111", "222", "333", "444", "555");

    assertThat(contents(folder))
        .isEqualTo(
            Map.of(
                "app.2026-11-23.1.log", "111\n222\n",
                "app.2026-11-23.2.log", "333\n444\n",
                "app.log", "555\n"));
  }

  @Test
  void countsOnFromTheSizeThatIsThere() throws IOException {
    existing("app.log", "earlier\n", YESTERDAY);
    open("app.log", 10, 9);

    write("111");

    assertThat(contents(folder))
        .isEqualTo(Map.of("app.2026-11-22.1.log", "earlier\n", "app.log", "111\n"));
  }

  @Test
  void countsAnewWhenAnotherProgramHasEmptiedTheFile() throws IOException {
    open("app.log", 8, 9);
    write("111", "222");
    Files.writeString(folder.resolve("app.log"), "");

    write("333");

    assertThat(contents(folder)).isEqualTo(Map.of("app.log", "333\n"));
  }

  @Test
  void lineThatIsTooLongGoesAlone() {
    open("app.log", 8, 9);

    write("1", "more than eight bytes", "2");

    assertThat(contents(folder))
        .isEqualTo(
            Map.of(
                "app.2026-11-23.1.log", "1\n",
                "app.2026-11-23.2.log", "more than eight bytes\n",
                "app.log", "2\n"));
  }

  @Test
  void rotatesWhenTheLocalDateChanges() {
    open(new LogFileSettings(folder.resolve("app.log"), 0, true, 9, false));

    write("noon");
    clock.advance(Duration.ofMinutes(659)); // 23:59
    write("late");
    clock.advance(Duration.ofMinutes(1));
    write("early", "still early");

    assertThat(contents(folder))
        .isEqualTo(
            Map.of("app.2026-11-23.1.log", "noon\nlate\n", "app.log", "early\nstill early\n"));
  }

  @Test
  void fileOfAnEarlierProcessBelongsToTheDateOfItsLastLine() throws IOException {
    existing("app.log", "yesterday\n", YESTERDAY);
    open(new LogFileSettings(folder.resolve("app.log"), 0, true, 9, false));

    write("today");

    assertThat(contents(folder))
        .isEqualTo(Map.of("app.2026-11-22.1.log", "yesterday\n", "app.log", "today\n"));
  }

  @Test
  void emptyFileIsNotRotated() throws IOException {
    existing("app.log", "", YESTERDAY);
    open(new LogFileSettings(folder.resolve("app.log"), 0, true, 9, false));

    write("today", "today");

    assertThat(contents(folder)).isEqualTo(Map.of("app.log", "today\ntoday\n"));
  }

  @Test
  void countsUpPastTheGreatestAndOverwritesNothing() throws IOException {
    existing("app.2026-11-23.2.log", "2\n", YESTERDAY);
    existing("app.2026-11-22.50.log", "50\n", YESTERDAY);
    Files.createDirectory(folder.resolve("app.2026-11-23.9.log.gz"));
    open("app.log", 1, 9);

    write("a", "b");

    assertThat(contents(folder))
        .isEqualTo(
            Map.of(
                "app.2026-11-22.50.log", "50\n",
                "app.2026-11-23.2.log", "2\n",
                "app.2026-11-23.10.log", "a\n",
                "app.log", "b\n"));
  }

  @Test
  void deletesTheOldestByDateAndNumber() throws IOException {
    existing("app.2026-11-23.2.log", "2\n", YESTERDAY);
    existing("app.2026-11-23.10.log", "10\n", YESTERDAY);
    existing("app.2026-11-22.99.log.gz", "99\n", YESTERDAY);
    existing("app.2026-11-22.98.log.gz.0123abcd.tmp", "unfinished", YESTERDAY);
    open("app.log", 1, 2);

    write("a", "b");

    assertThat(contents(folder))
        .isEqualTo(
            Map.of(
                "app.2026-11-23.10.log", "10\n",
                "app.2026-11-23.11.log", "a\n",
                "app.log", "b\n"));
  }

  @Test
  void leavesOtherPeoplesFilesAlone() throws IOException {
    String[] others = {
      "app.2026-11-22.log",
      "app.2026-11-22.1.log.bak",
      "app.2026-11-22.01.log",
      "app.2026-11-22.0.log",
      "app.2026-13-45.1.log",
      "app.2026-11-22.1.txt",
      "appX2026-11-22.1.log",
      "other.2026-11-22.1.log",
      "my.app.2026-11-22.1.log",
      "app.2026-11-22.1234567890.log"
    };
    for (String other : others) {
      existing(other, other, YESTERDAY);
    }
    Files.createDirectory(folder.resolve("app.2020-01-01.1.log"));
    Files.createSymbolicLink(
        folder.resolve("app.2020-01-01.2.log"), folder.resolve("app.2026-11-22.log"));
    open("app.log", 1, 1);

    write("a", "b", "c");

    assertThat(contents(folder))
        .containsKeys(others)
        .containsEntry("app.2026-11-23.2.log", "b\n")
        .containsKey("app.2020-01-01.2.log")
        .hasSize(others.length + 3);
    assertThat(folder.resolve("app.2020-01-01.1.log")).isDirectory();
    assertThat(events.told).isEmpty();
  }

  @Test
  void deletesTheContentWhereNoneIsKept() {
    open("app.log", 1, 0);

    write("a", "b");

    assertThat(contents(folder)).isEqualTo(Map.of("app.log", "b\n"));
  }

  @Test
  void namesOldFilesOfANameWithoutExtension() {
    open(".app", 1, 1);

    write("a", "b");

    assertThat(contents(folder)).isEqualTo(Map.of(".app", "b\n", ".app.2026-11-23.1", "a\n"));
  }

  @Test
  void compressesOldFilesAndWhatACrashHasLeft() throws IOException {
    existing("app.2026-11-22.1.log", "whole\n", YESTERDAY);
    existing("app.2026-11-22.1.log.gz.0123abcd.tmp", "half", YESTERDAY);
    existing("app.2026-11-21.1.log.gz.0123abcd.tmp", "its original is gone", YESTERDAY);
    existing("app.2026-11-22.2.log", "original\n", YESTERDAY);
    existing("app.2026-11-22.2.log.gz", "compressed, the original not yet deleted", YESTERDAY);
    openCompressing("app.log", 4);

    write("a", "b", "c");
    log.close();

    assertThat(contents(folder))
        .isEqualTo(
            Map.of(
                "app.2026-11-22.1.log.gz", "whole\n",
                "app.2026-11-22.2.log.gz", "original\n",
                "app.2026-11-23.1.log.gz", "a\n",
                "app.2026-11-23.2.log.gz", "b\n",
                "app.log", "c\n"));
    assertThat(events.told).isEmpty();
  }

  @Test
  void twoMayCompressTheSameFiles() throws IOException {
    Map<String, String> expected = new TreeMap<>();
    for (int i = 1; i <= 50; i++) {
      String content = "%0100000d".formatted(i);
      existing("app.2026-11-22.%d.log".formatted(i), content, YESTERDAY);
      expected.put("app.2026-11-22.%d.log.gz".formatted(i), content);
    }
    Path file = folder.resolve("app.log");
    OldFiles old = new OldFiles(new LogFileSettings(file, 1, false, 50, true));
    Compression one = new Compression(file, old, events);
    Compression other = new Compression(file, old, events);

    one.begin();
    other.begin();
    one.close(Duration.ofMinutes(1));
    other.close(Duration.ofMinutes(1));

    assertThat(contents(folder)).isEqualTo(expected);
    assertThat(events.told).isEmpty();
  }

  @Test
  void keepsTheOriginalWhenItCannotBeCompressed() throws IOException {
    String stem = "x".repeat(236);
    openCompressing(stem + ".log", 4); // with .gz and .tmp it is too long for a file system

    write("a", "b", "c");
    log.close();

    assertThat(contents(folder))
        .isEqualTo(
            Map.of(
                stem + ".2026-11-23.1.log", "a\n",
                stem + ".2026-11-23.2.log", "b\n",
                stem + ".log", "c\n"));
    assertThat(events.told)
        .containsExactly("compressing old files of " + folder.resolve(stem + ".log"));
  }

  @Test
  void compressesOnADaemonThreadOfOurOwnClassLoader() throws Exception {
    CountDownLatch failed = new CountDownLatch(1);
    Thread[] thread = new Thread[1];
    ClassLoader[] loader = new ClassLoader[1];
    LogFile.Events listening =
        new RecordedEvents() {
          @Override
          public void failed(String doing, IOException cause) {
            thread[0] = Thread.currentThread();
            loader[0] = thread[0].getContextClassLoader();
            failed.countDown();
          }
        };
    LogFileSettings settings =
        new LogFileSettings(folder.resolve("x".repeat(236) + ".log"), 1, false, 4, true);
    log = new LogFile(settings, clock, listening);

    write("a", "b");
    failed.await();

    assertThat(loader[0]).isSameAs(Compression.class.getClassLoader()); // so it is our record
    assertThat(thread[0].getName()).isEqualTo("sereno-log-compress");
    assertThat(thread[0].isDaemon()).isTrue();
    thread[0].join(5_000);
    assertThat(thread[0].isAlive()).isFalse();
  }

  @Test
  void doesNotWaitForACompressionForEver() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch givenUp = new CountDownLatch(1);
    LogFile.Events blocking =
        new RecordedEvents() {
          @Override
          public void failed(String doing, IOException cause) {
            begun.countDown();
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              givenUp.countDown();
            }
          }
        };
    Path file = folder.resolve("nowhere/app.log");
    OldFiles none = new OldFiles(new LogFileSettings(file, 1, false, 4, true));
    Compression compression = new Compression(file, none, blocking);

    compression.begin();
    begun.await();
    compression.close(Duration.ofMillis(1));

    givenUp.await();
  }

  @Test
  void writesOnWhenTheFileCannotBeRenamed() {
    String name = "x".repeat(250) + ".log"; // with a date it is too long for a file system
    open(name, 1, 4);

    write("a", "b");
    clock.advance(Duration.ofHours(1));
    write("c");

    assertThat(contents(folder)).isEqualTo(Map.of(name, "a\nb\nc\n"));
    assertThat(events.told).containsExactly("rotating " + folder.resolve(name));
    assertThat(events.lost).isEmpty();
  }

  @Test
  void triesToRenameAgainAfterAMinuteAndKeepsTheDate() throws Exception {
    open(new LogFileSettings(folder.resolve("app.log"), 0, true, 4, false));
    write("a");
    clock.advance(Duration.ofDays(1));
    AutoCloseable hindrance = hinderRenaming();
    try {
      write("b");
    } finally {
      hindrance.close();
    }
    clock.advance(Duration.ofMillis(59_999));
    write("c");
    assertThat(contents(folder)).isEqualTo(Map.of("app.log", "a\nb\nc\n"));

    clock.advance(Duration.ofMillis(1));
    write("d");
    assertThat(contents(folder))
        .isEqualTo(Map.of("app.2026-11-23.1.log", "a\nb\nc\n", "app.log", "d\n"));
    assertThat(events.told).containsExactly("rotating " + folder.resolve("app.log"));
  }

  /** A folder that is read-only; where root runs the tests, a file that is mounted upon itself. */
  private AutoCloseable hinderRenaming() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    AutoCloseable writable =
        () -> Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    if (!Files.isWritable(folder)) {
      return writable;
    }
    writable.close();
    String file = folder.resolve("app.log").toString();
    assumeTrue(Commands.run("mount", "--bind", file, file) == 0, "root may not mount here");
    // lazily, for the log has the file open
    return () -> assertThat(Commands.run("umount", "--lazy", file)).isZero();
  }

  private void existing(String name, String content, Instant modified) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    Files.setLastModifiedTime(file, FileTime.from(modified));
  }

  private void open(String name, long maxBytes, int backupCount) {
    open(new LogFileSettings(folder.resolve(name), maxBytes, false, backupCount, false));
  }

  private void openCompressing(String name, int backupCount) {
    open(new LogFileSettings(folder.resolve(name), 1, false, backupCount, true));
  }

  private void open(LogFileSettings settings) {
    log = new LogFile(settings, clock, events);
  }

  private void write(String... lines) {
    for (String text : lines) {
      log.write(line(text));
    }
  }
}
