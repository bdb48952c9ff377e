package io.sereno.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.redaction.RedactionSettings;
import io.sereno.redaction.Redactor;
import io.sereno.settings.DataSize;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.Test;

class HandlersTest {

  private static final JsonFormatter FORMATTER =
      new JsonFormatter(new Redactor(new RedactionSettings(List.of())), new DataSize(16_384));

  private final Logger root = Logger.getAnonymousLogger();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StandardOutputHandler ours = new StandardOutputHandler(FORMATTER, out);
  private final Handler servers = new StreamHandler();

  @Test
  void takesTheServersHandlersOverAndGivesThemBack() {
    root.addHandler(servers);
    root.setLevel(Level.WARNING);
    RootHandlers handlers = new RootHandlers(root, ours);

    handlers.takeOver(Level.FINE);
    assertThat(root.getHandlers()).containsExactly(ours);
    assertThat(root.getLevel()).isEqualTo(Level.FINE);

    handlers.leave();
    assertThat(root.getHandlers()).containsExactly(servers);
    assertThat(root.getLevel()).isEqualTo(Level.WARNING);
  }

  @Test
  void standsBesideTheServersHandlers() {
    root.addHandler(servers);
    RootHandlers handlers = new RootHandlers(root, ours);

    handlers.join();
    assertThat(root.getHandlers()).containsExactlyInAnyOrder(servers, ours);

    handlers.leave();
    assertThat(root.getHandlers()).containsExactly(servers);
  }

  @Test
  void doesNotKeepTheHandlerOfAnotherApplication() {
    Handler anothers = new StandardOutputHandler(FORMATTER, out);
    root.addHandler(anothers);
    RootHandlers handlers = new RootHandlers(root, ours);

    handlers.takeOver(Level.INFO);
    root.removeHandler(anothers);
    handlers.leave();

    assertThat(root.getHandlers()).isEmpty();
  }

  @Test
  void printsWholeLinesFromItsLevelOn() {
    ours.setLevel(Level.INFO);

    ours.publish(new LogRecord(Level.FINE, "hidden"));
    ours.publish(new LogRecord(Level.INFO, "two\nlines"));

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .contains("\"message\":\"two\\nlines\"");
  }

  @Test
  void reportsAStreamThatFailsToItsErrorManager() {
    StandardOutputHandler handler =
        new StandardOutputHandler(
            FORMATTER,
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("expected by a test");
              }
            });
    CountingErrorManager errors = new CountingErrorManager();
    handler.setErrorManager(errors);

    handler.publish(new LogRecord(Level.INFO, "x"));

    assertThat(errors.count).isEqualTo(1);
  }

  @Test
  void printsTheApplicationsOwnRecordsOnly() throws IOException {
    ClassLoader application = new URLClassLoader(new URL[0], null);
    OwnRecords own = new OwnRecords(application);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    LogRecord record = new LogRecord(Level.INFO, "x");
    try (URLClassLoader below = new URLClassLoader(new URL[0], application)) {
      thread.setContextClassLoader(application);
      assertThat(own.isLoggable(record)).isTrue();
      thread.setContextClassLoader(below);
      assertThat(own.isLoggable(record)).isTrue();
      thread.setContextClassLoader(before);
      assertThat(own.isLoggable(record)).isFalse();
      thread.setContextClassLoader(null);
      assertThat(own.isLoggable(record)).isFalse();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static final class CountingErrorManager extends ErrorManager {
    private int count;

    @Override
    public synchronized void error(String message, Exception e, int code) {
      count++;
    }
  }
}
