package io.sereno.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several applications on one server, which share its loggers. */
class ServerLoggersTest {

  private static final String SHARED = "shared.by.applications";

  private final Logger root = Logger.getAnonymousLogger();
  private final Logger shared = Logger.getLogger(SHARED);
  private final Handler servers = new StreamHandler();

  @BeforeEach
  void likeAServer() {
    root.addHandler(servers);
    root.setLevel(Level.WARNING);
    shared.setLevel(Level.SEVERE);
  }

  @AfterEach
  void forget() {
    shared.setLevel(null);
  }

  @Test
  void standsBesideTheServersHandlers() {
    ApplicationHandler ours = application();

    ours.server().join();
    assertThat(root.getHandlers()).containsExactlyInAnyOrder(servers, ours);
    assertThat(root.getLevel()).isEqualTo(Level.WARNING);

    ours.server().leave();
    assertThat(root.getHandlers()).containsExactly(servers);
  }

  @Test
  void takesTheServersHandlersOverAndGivesThemBack() {
    ApplicationHandler ours = application();

    ours.server().takeOver(Level.FINE);
    assertThat(root.getHandlers()).containsExactly(ours);
    assertThat(root.getLevel()).isEqualTo(Level.FINE);

    ours.server().leave();
    assertThat(root.getHandlers()).containsExactly(servers);
    assertThat(root.getLevel()).isEqualTo(Level.WARNING);
  }

  @Test
  void theLastToLeaveGivesTheHandlersBack() {
    ApplicationHandler first = application();
    ApplicationHandler second = application();
    first.server().takeOver(Level.INFO);
    second.server().takeOver(Level.FINE);
    assertThat(root.getHandlers()).containsExactly(first, second);
    assertThat(root.getLevel()).isEqualTo(Level.FINE);
    assertThat(first.server().writesForAll()).isTrue();
    assertThat(second.server().writesForAll()).isFalse();

    first.server().leave();
    assertThat(root.getHandlers()).containsExactly(second);
    assertThat(root.getLevel()).isEqualTo(Level.FINE);
    assertThat(second.server().writesForAll()).isTrue();

    second.server().leave();
    assertThat(root.getHandlers()).containsExactly(servers);
    assertThat(root.getLevel()).isEqualTo(Level.WARNING);
  }

  @Test
  void theLeastLevelAskedForHoldsUntilTheLastHasLeft() {
    ApplicationHandler first = application();
    ApplicationHandler second = application();
    first.server().join();
    second.server().join();

    first.server().claim(SHARED, Level.WARNING);
    assertThat(shared.getLevel()).isEqualTo(Level.WARNING);
    second.server().claim(SHARED, Level.FINE);
    assertThat(shared.getLevel()).isEqualTo(Level.FINE);
    first.server().claim(SHARED, Level.INFO);
    assertThat(shared.getLevel()).isEqualTo(Level.FINE);

    second.server().leave();
    assertThat(shared.getLevel()).isEqualTo(Level.INFO);
    first.server().leave();
    assertThat(shared.getLevel()).isEqualTo(Level.SEVERE);
  }

  @Test
  void theFirstMayLeaveFirst() {
    ApplicationHandler first = application();
    ApplicationHandler second = application();
    first.server().join();
    second.server().join();
    first.server().claim(SHARED, Level.FINE);
    second.server().claim(SHARED, Level.WARNING);

    first.server().leave();
    assertThat(shared.getLevel()).isEqualTo(Level.WARNING);
    second.server().leave();
    assertThat(shared.getLevel()).isEqualTo(Level.SEVERE);
  }

  @Test
  void aLevelThatSomebodyElseHasSetSinceStays() {
    ApplicationHandler ours = application();
    ours.server().join();
    ours.server().claim(SHARED, Level.FINE);
    shared.setLevel(Level.CONFIG);

    ours.server().leave();

    assertThat(shared.getLevel()).isEqualTo(Level.CONFIG);
  }

  @Test
  void whatBelongsToNobodyIsWrittenOnce() {
    List<String> written = new ArrayList<>();
    ApplicationHandler first = application(LoggingSettings.Scope.SERVER, "first", written);
    ApplicationHandler second = application(LoggingSettings.Scope.SERVER, "second", written);
    ApplicationHandler third = application(LoggingSettings.Scope.APPLICATION, "third", written);
    first.server().takeOver(Level.ALL);
    second.server().takeOver(Level.ALL);
    third.server().join();

    for (String logger : List.of("of.nobody", "of.first", "of.second", "of.third")) {
      LogRecord record = new LogRecord(Level.INFO, "x");
      record.setLoggerName(logger);
      for (Handler handler : root.getHandlers()) {
        handler.publish(record);
      }
    }

    assertThat(written)
        .containsExactly("first of.nobody", "first of.first", "second of.second", "third of.third");
  }

  private ApplicationHandler application() {
    return application(LoggingSettings.Scope.SERVER, "unnamed", new ArrayList<>());
  }

  /** An application whose records are those of the logger {@code of.<name>}. */
  private ApplicationHandler application(
      LoggingSettings.Scope scope, String name, List<String> written) {
    Handler writing =
        new StreamHandler() {
          @Override
          public synchronized void publish(LogRecord record) {
            written.add(name + ' ' + record.getLoggerName());
          }
        };
    LoggerTree tree =
        new LoggerTree(
            Map.of("", new LoggerTree.Node(Optional.of(Level.INFO), List.of(writing), false)),
            Set.of());
    return new ApplicationHandler(
        root, tree, scope, record -> record.getLoggerName().equals("of." + name), List.of(writing));
  }
}
