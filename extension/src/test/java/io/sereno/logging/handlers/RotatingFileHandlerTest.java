package io.sereno.logging.handlers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sereno.logging.format.TestFormatters;
import io.sereno.logging.format.TextFormatter;
import io.sereno.settings.TestSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.ErrorManager;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingFileHandlerTest {

  @TempDir Path folder;

  private final Map<String, Long> losses = new HashMap<>();
  private final List<String> errors = new ArrayList<>();

  @Test
  void aClosedHandlerStaysClosed() throws IOException {
    Path file = folder.resolve("app.log");
    RotatingFileHandler handler = handler(file);
    say(handler, "1");
    handler.close();
    Files.delete(file);

    say(handler, "2");
    handler.tend();
    handler.close();

    assertThat(file).doesNotExist();
    assertThat(losses).containsExactly(Map.entry("closed", 1L));
  }

  @Test
  void oneHandlerWritesToAFileAndTheOtherSaysSo() throws IOException {
    Path file = folder.resolve("app.log");
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder).resolve("app.log");
    RotatingFileHandler first = handler(file);
    RotatingFileHandler second = handler(link);
    assertThat(second.file()).isEqualTo(first.file());

    say(first, "1");
    say(second, "2");
    assertThat(Files.readAllLines(file)).containsExactly("INFO 1");
    assertThat(losses).containsExactly(Map.entry("write_failed", 1L));
    assertThat(errors)
        .containsExactly(
            "opening %1$s: java.nio.file.FileSystemException: %1$s: another handler writes to this file"
                .formatted(link));

    first.close();
    second.close();
    RotatingFileHandler third = handler(link);
    say(third, "3");
    third.close();
    assertThat(Files.readAllLines(file)).containsExactly("INFO 1", "INFO 3");
  }

  @Test
  void aPropertyThatIsRefusedSpoilsNoOther() throws IOException {
    Path file = folder.resolve("app.log");
    RotatingFileHandler handler = new RotatingFileHandler();
    handler.setFormatter(
        new Formatter() {
          @Override
          public String format(LogRecord record) {
            return record.getMessage() + "\n";
          }
        });
    handler.setFilename(file.toString());
    assertThatThrownBy(() -> handler.setMaxBytes("many"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("max-bytes");
    assertThatThrownBy(() -> handler.setFilename(folder.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("filename");

    handler.setBackupCount("1");
    handler.setDaily("false");
    handler.publish(new LogRecord(Level.INFO, "written"));
    handler.close();

    assertThat(Files.readAllLines(file)).containsExactly("written");
  }

  private RotatingFileHandler handler(Path file) {
    RotatingFileHandler handler =
        new RotatingFileHandler(
            LogFileSettings.read(TestSettings.of(Map.of("filename", file.toString()))));
    handler.configure(
        HandlerSettings.read(TestSettings.of(Map.of())),
        new TextFormatter(TestSettings.of(Map.of()), TextFormatter.SIMPLE, TestFormatters.around()),
        (reason, records) -> losses.merge(reason, records, Long::sum));
    handler.setErrorManager(
        new ErrorManager() {
          @Override
          public synchronized void error(String message, Exception e, int code) {
            errors.add(message);
          }
        });
    return handler;
  }

  private static void say(LineHandler handler, String message) {
    handler.publish(new LogRecord(Level.INFO, message));
  }
}
