package io.sereno.logging;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.FakeRequest;
import io.sereno.context.ContextListener;
import io.sereno.context.ContextSettings;
import io.sereno.context.Requests;
import io.sereno.figures.Figures;
import io.sereno.settings.TestSettings;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequestEvent;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunTimeLevelsTest {

  private static final String NAME = "reverts.by.itself";
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  private boolean heldUp;
  private final List<String> changes = new ArrayList<>();
  private final List<FutureTask<?>> scheduled = new ArrayList<>();
  private final LoggerTree tree =
      new LoggerTree(
          Map.of("", new LoggerTree.Node(Optional.of(Level.INFO), List.of(), false)), Set.of());
  private final ApplicationHandler application =
      new ApplicationHandler(
          Logger.getLogger(""),
          tree,
          LoggingSettings.Scope.APPLICATION,
          record -> false,
          List.of(),
          new RecordCounts(new Figures()));
  private final RunTimeLevels levels =
      new RunTimeLevels(
          new LoggerLevels(
              tree, application.server(), LoggingSettings.read(TestSettings.of(Map.of()))),
          this::schedule,
          change -> changes.add(change.action() + " " + change),
          Clock.fixed(NOW, ZoneOffset.UTC));

  private FutureTask<?> schedule(Duration delay, Runnable task) {
    FutureTask<?> future = new FutureTask<>(task, null);
    scheduled.add(future);
    return future;
  }

  @AfterEach
  void leave() {
    application.server().leave();
  }

  @Test
  void aLevelRevertsByItself() {
    levels.set(NAME, Level.FINE, Optional.of(Duration.ofMinutes(10)));
    assertThat(levels.revertsAt(NAME)).contains(NOW.plus(Duration.ofMinutes(10)));
    assertThat(Logger.getLogger(NAME).getLevel()).isEqualTo(Level.FINE);

    scheduled.get(0).run();

    assertThat(levels.revertsAt(NAME)).isEmpty();
    assertThat(levels.changed()).isEmpty();
    assertThat(Logger.getLogger(NAME).getLevel()).isNull();
    assertThat(changes)
        .containsExactly(
            "sys_monitor_enabled logger=reverts.by.itself level=DEBUG before=INFO for=PT10M",
            "sys_monitor_disabled logger=reverts.by.itself level=INFO before=DEBUG"
                + " because=expired");
  }

  @Test
  void anotherLevelThatWasSetMeanwhileStays() {
    List<Runnable> begun = new ArrayList<>();
    RunTimeLevels uncancelled =
        new RunTimeLevels(
            new LoggerLevels(
                tree, application.server(), LoggingSettings.read(TestSettings.of(Map.of()))),
            (delay, task) -> {
              begun.add(task); // as one that runs already, and waits for the lock
              return null;
            },
            change -> changes.add(change.action() + " " + change),
            Clock.fixed(NOW, ZoneOffset.UTC));
    uncancelled.set(NAME, Level.FINE, Optional.of(Duration.ofMinutes(10)));
    uncancelled.set(NAME, Level.SEVERE, Optional.empty());

    begun.get(0).run();

    assertThat(uncancelled.changed()).containsExactly(NAME);
    assertThat(tree.level(NAME)).isEqualTo(Level.SEVERE);
    assertThat(changes).hasSize(2);
  }

  /** To know who changes a level, a server is asked, which may take its time. */
  @Test
  void asksForTheUserWithoutHoldingOthersUp() throws Exception {
    levels.set(NAME, Level.FINE, Optional.empty());
    ExecutorService others = Executors.newSingleThreadExecutor();
    FakeRequest request = new FakeRequest("PUT", "/app/sereno/loggers");
    ContextListener listener =
        new ContextListener(
            new Requests(
                ContextSettings.read(TestSettings.of(Map.of())),
                List.of(),
                new Figures().failures()));
    ServletRequestEvent event =
        new ServletRequestEvent(
            (ServletContext)
                Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {ServletContext.class},
                    (proxy, method, arguments) -> null),
            request
                .user(
                    () -> {
                      passes(others.submit(() -> levels.reset("another.one")));
                      passes(others.submit(() -> levels.set(NAME, Level.FINE, Optional.empty())));
                      return null;
                    })
                .get());
    listener.requestInitialized(event);
    try {
      levels.set(NAME, Level.SEVERE, Optional.empty());
      levels.reset(NAME);
    } finally {
      listener.requestDestroyed(event);
      others.shutdown();
    }

    assertThat(heldUp).isFalse();
  }

  private void passes(Future<?> other) {
    try {
      other.get(5, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      heldUp = true;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aNewLevelCancelsTheRevertOfTheOld() {
    levels.set(NAME, Level.FINE, Optional.of(Duration.ofMinutes(10)));
    levels.set(NAME, Level.SEVERE, Optional.empty());

    assertThat(scheduled.get(0).isCancelled()).isTrue();
    assertThat(levels.revertsAt(NAME)).isEmpty();
  }
}
