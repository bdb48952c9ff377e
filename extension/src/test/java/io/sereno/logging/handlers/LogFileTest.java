package io.sereno.logging.handlers;

import static io.sereno.logging.handlers.LogFolder.contents;
import static io.sereno.logging.handlers.LogFolder.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

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
  void opensNothingBeforeTheFirstLine() {
    open(folder.resolve("a/b/app.log"));

    log.tend();
    assertThat(folder.resolve("a")).doesNotExist();

    log.write(line("1"));
    assertThat(contents(folder.resolve("a/b"))).isEqualTo(Map.of("app.log", "1\n"));
  }

  @Test
  void writesEveryLineAtOnceBehindWhatIsThere() throws IOException {
    Files.writeString(folder.resolve("app.log"), "earlier\n");
    open(folder.resolve("app.log"));

    log.write(line("1"));
    assertThat(contents(folder)).isEqualTo(Map.of("app.log", "earlier\n1\n"));
    log.write(line("2"));
    assertThat(contents(folder)).isEqualTo(Map.of("app.log", "earlier\n1\n2\n"));
    assertThat(events.told).isEmpty();
  }

  @Test
  void completesALineThatAKilledProcessLeft() throws IOException {
    Files.writeString(folder.resolve("app.log"), "whole\nha");
    open(folder.resolve("app.log"));

    log.write(line("1"));

    assertThat(contents(folder)).isEqualTo(Map.of("app.log", "whole\nha\n1\n"));
  }

  @Test
  void writesUnderAThreadThatIsInterrupted() {
    open(folder.resolve("app.log"));

    Thread.currentThread().interrupt();
    log.write(line("1"));
    log.write(line("2"));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(contents(folder)).isEqualTo(Map.of("app.log", "1\n2\n"));
    assertThat(events.told).isEmpty();
  }

  @Test
  void lineAfterTheEndIsACountedLoss() {
    open(folder.resolve("app.log"));
    log.write(line("1"));

    log.close();
    log.write(line("2"));
    log.tend();
    log.close();

    assertThat(contents(folder)).isEqualTo(Map.of("app.log", "1\n"));
    assertThat(events.lost).isEqualTo(Map.of("closed", 1L));
  }

  @Test
  void removedFileIsMadeAnewWithinASecond() throws IOException {
    open(folder.resolve("app.log"));
    log.write(line("1"));
    log.write(line("2"));
    Files.delete(folder.resolve("app.log"));

    clock.advance(Duration.ofMillis(999));
    log.write(line("3"));
    assertThat(contents(folder)).isEmpty();

    clock.advance(Duration.ofMillis(1));
    log.write(line("4"));
    assertThat(contents(folder)).isEqualTo(Map.of("app.log", "4\n"));
    assertThat(events.lost).isEqualTo(Map.of("file_removed", 3L));
    assertThat(events.told).isEmpty();
  }

  @Test
  void countsOnlyWhatWasWrittenSinceTheFileWasSeen() throws IOException {
    open(folder.resolve("app.log"));
    log.write(line("1"));
    clock.advance(Duration.ofSeconds(1));
    log.write(line("2"));
    LogFolder.delete(folder.resolve("app.log"));

    log.close();

    assertThat(events.lost).isEqualTo(Map.of("file_removed", 1L));
  }

  @Test
  void removedFolderIsMadeAnewWhileNobodyWrites() throws IOException {
    open(folder.resolve("a/app.log"));
    log.write(line("1"));
    LogFolder.delete(folder.resolve("a"));

    log.tend();
    assertThat(folder.resolve("a")).doesNotExist();

    clock.advance(Duration.ofSeconds(1));
    log.tend();
    assertThat(contents(folder.resolve("a"))).isEqualTo(Map.of("app.log", ""));
    assertThat(events.lost).isEqualTo(Map.of("file_removed", 1L));
  }

  @Test
  void followsAnotherProgramsRotation() throws IOException {
    open(folder.resolve("app.log"));
    log.write(line("1"));
    Files.move(folder.resolve("app.log"), folder.resolve("app.log.1"));
    Files.writeString(folder.resolve("app.log"), "made by logrotate\n");

    log.write(line("2"));
    clock.advance(Duration.ofSeconds(1));
    log.write(line("3"));

    assertThat(contents(folder))
        .isEqualTo(Map.of("app.log", "made by logrotate\n3\n", "app.log.1", "1\n2\n"));
    assertThat(events.lost).isEqualTo(Map.of("file_removed", 2L));
  }

  @Test
  void takesAFolderThatIsALink() throws IOException {
    Files.createDirectory(folder.resolve("data"));
    Files.createSymbolicLink(folder.resolve("logs"), folder.resolve("data"));
    open(folder.resolve("logs/app.log"));

    log.write(line("1"));

    assertThat(contents(folder.resolve("data"))).isEqualTo(Map.of("app.log", "1\n"));
    assertThat(events.told).isEmpty();
  }

  @Test
  void neitherRotatesNorReplacesWhatALinkLeadsTo() throws IOException {
    Files.createSymbolicLink(folder.resolve("app.log"), folder.resolve("elsewhere"));
    log =
        new LogFile(
            new LogFileSettings(folder.resolve("app.log"), 2, false, 3, false), clock, events);

    log.write(line("1"));
    log.write(line("2"));

    assertThat(contents(folder)).isEqualTo(Map.of("app.log", "1\n2\n", "elsewhere", "1\n2\n"));
    assertThat(folder.resolve("app.log")).isSymbolicLink();
  }

  @Test
  void refusesSettingsWithoutSense() {
    assertThatThrownBy(() -> new LogFileSettings(Path.of("/"), 0, false, 0, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LogFileSettings(Path.of("app.log"), -1, false, 0, false))
        .hasMessageContaining("app.log, -1 bytes, 0 old files");
  }

  private void open(Path file) {
    log = new LogFile(new LogFileSettings(file, 0, false, 3, false), clock, events);
  }
}
