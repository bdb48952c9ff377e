package io.sereno.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.figures.Figures;
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
    assertThat(first.server().writes(ofNobody())).isTrue();
    assertThat(second.server().writes(ofNobody())).isFalse();

    first.server().leave();
    assertThat(root.getHandlers()).containsExactly(second);
    assertThat(root.getLevel()).isEqualTo(Level.FINE);
    assertThat(second.server().writes(ofNobody())).isTrue();

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
  void aLevelIsNotRaisedForThoseWhoAskForNothing() {
    ApplicationHandler ours = application();
    Logger inheriting = Logger.getLogger("inherits.by.applications");
    ours.server().takeOver(Level.OFF);
    ours.server().claim(SHARED, Level.OFF);
    ours.server().claim(inheriting.getName(), Level.SEVERE);

    assertThat(root.getLevel()).isEqualTo(Level.WARNING);
    assertThat(shared.getLevel()).isEqualTo(Level.SEVERE);
    assertThat(inheriting.getLevel()).isEqualTo(Level.WARNING);

    ours.server().leave();
    assertThat(root.getLevel()).isEqualTo(Level.WARNING);
    assertThat(shared.getLevel()).isEqualTo(Level.SEVERE);
    assertThat(inheriting.getLevel()).isNull();
  }

  @Test
  void whoAsksForALoggerAsksForThoseBelow() {
    ApplicationHandler quiet = application();
    ApplicationHandler loud = application();
    Logger below = Logger.getLogger(SHARED + ".below");
    quiet.server().join();
    loud.server().join();

    quiet.server().claim(below.getName(), Level.OFF);
    assertThat(below.getLevel()).isEqualTo(Level.SEVERE);
    loud.server().claim(SHARED, Level.FINE);
    assertThat(below.getLevel()).isEqualTo(Level.FINE);
    loud.server().leave();
    assertThat(below.getLevel()).isEqualTo(Level.SEVERE);
    quiet.server().leave();
    assertThat(below.getLevel()).isNull();
  }

  @Test
  void whatWasFoundIsNotWhatAnotherApplicationHasSetAbove() {
    ApplicationHandler loud = application();
    ApplicationHandler quiet = application();
    Logger below = Logger.getLogger(SHARED + ".later");
    loud.server().join();
    quiet.server().join();

    loud.server().claim(SHARED, Level.FINE);
    quiet.server().claim(below.getName(), Level.OFF);
    assertThat(below.getLevel()).isEqualTo(Level.FINE);
    loud.server().leave();
    assertThat(below.getLevel()).isEqualTo(Level.SEVERE);
    quiet.server().leave();
    assertThat(below.getLevel()).isNull();
  }

  @Test
  void handlersTheServerAddedMeanwhileAreGivenBackToo() {
    Handler later = new StreamHandler();
    ApplicationHandler first = application();
    ApplicationHandler second = application();
    first.server().takeOver(Level.INFO);
    root.addHandler(later);
    second.server().takeOver(Level.INFO);

    second.server().leave();
    assertThat(root.getHandlers()).containsExactly(first);
    first.server().leave();
    assertThat(root.getHandlers()).containsExactlyInAnyOrder(servers, later);
  }

  @Test
  void whoHasLeftAsksForNothing() {
    ApplicationHandler ours = application();
    ours.server().join();
    ours.server().claim(SHARED, Level.FINE);
    ours.server().leave();

    ours.server().claim(SHARED, Level.FINE);
    ours.server().join();
    ours.server().takeOver(Level.ALL);

    assertThat(shared.getLevel()).isEqualTo(Level.SEVERE);
    assertThat(root.getLevel()).isEqualTo(Level.WARNING);
    assertThat(root.getHandlers()).containsExactly(servers);
    assertThat(ours.get()).isEmpty();
  }

  @Test
  void claimsInAnotherFormAreNone() {
    ApplicationHandler ours = application();
    ApplicationHandler other = application();
    ours.server().join();
    other.server().join();
    List<Object> forms =
        List.of(
            "text",
            new Object[] {},
            new Object[] {Level.ALL, Level.ALL, null},
            new Object[] {"FINE", null, Level.INFO, null},
            new Object[] {Level.ALL, null, Level.INFO, List.of("no handler")});

    for (Object form : forms) {
      other.get().put(SHARED, form);
      other.get().put("", form);
      ours.server().claim(SHARED, Level.CONFIG);
      assertThat(shared.getLevel()).isEqualTo(Level.CONFIG);
    }
    ours.server().leave();
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

  private static LogRecord ofNobody() {
    LogRecord record = new LogRecord(Level.INFO, "x");
    record.setLoggerName("of.nobody");
    return record;
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
        root,
        tree,
        scope,
        record -> record.getLoggerName().equals("of." + name),
        List.of(writing),
        new RecordCounts(new Figures()));
  }
}
