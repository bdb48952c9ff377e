package io.sereno.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.sereno.Logged;
import io.sereno.RecordedLogs;
import io.sereno.Severity;
import io.sereno.invocation.WatchedInterceptor;
import io.sereno.logging.format.LogEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Annotated calls inside of annotated calls, in a CDI container. */
class LoggedNestingTest {

  /** What a container would do to an exception that leaves a bean. */
  @Vetoed
  public static class Wrapped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Wrapped(Throwable cause) {
      super(cause);
    }
  }

  @ApplicationScoped
  @Logged
  public static class Outer {

    @Inject Middle middle;
    @Inject Inner inner;

    private static void swallow(Runnable work) {
      try {
        work.run();
      } catch (IllegalStateException e) {
        assertThat(e).isNotNull(); // nobody else learns of it
      }
    }

    public void pass() {
      middle.pass();
    }

    public void catchIt() {
      swallow(() -> inner.fail("one"));
    }

    public void catchAndFail() {
      swallow(() -> inner.fail("one"));
      throw new UnsupportedOperationException("two");
    }

    public void catchTwo() {
      swallow(() -> inner.fail("one"));
      inner.succeed();
      swallow(() -> inner.fail("two"));
    }

    public void wrap() {
      try {
        inner.fail("one");
      } catch (IllegalStateException e) {
        throw new Wrapped(e);
      }
    }

    public void silenceItself() {
      Logger.getLogger(Outer.class.getName()).setLevel(Level.OFF);
      inner.fail("one");
    }

    public void onAnotherThread() {
      CompletableFuture.runAsync(() -> inner.fail("one")).join();
    }

    @Logged(Severity.DEBUG)
    public void below() {
      inner.fail("one");
    }

    @Logged(value = Severity.DEBUG, failure = Severity.DEBUG)
    public void silent() {
      inner.fail("one");
    }
  }

  @ApplicationScoped
  @Logged
  public static class Middle {

    @Inject Inner inner;

    public void pass() {
      try {
        inner.fail("one");
      } finally {
        inner.succeed();
      }
    }
  }

  @ApplicationScoped
  @Logged
  public static class Inner {

    public void fail(String message) {
      throw new IllegalStateException(message);
    }

    public void succeed() {}
  }

  private static final String ISE = "java.lang.IllegalStateException";

  private final RecordedLogs logs = new RecordedLogs("io.sereno");
  private WeldContainer container;
  private Outer outer;

  @BeforeEach
  void start() {
    container =
        new Weld()
            .disableDiscovery()
            .addExtension(new SerenoExtension())
            .addBeanClasses(WatchedInterceptor.class, Outer.class, Middle.class, Inner.class)
            .initialize();
    outer = container.select(Outer.class).get();
  }

  @AfterEach
  void stop() {
    container.close();
    logs.close();
  }

  @Test
  void theOutermostCallHasTheStackTrace() {
    assertThat(catchThrowable(outer::pass)).hasMessage("one");

    assertThat(lines())
        .containsExactly(
            "Inner.fail failed: " + ISE,
            "Inner.succeed succeeded",
            "Middle.pass failed: " + ISE,
            "Outer.pass failed: " + ISE + " + one");
    assertThat(logs.records().get(0).getParameters()[0])
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("error.type", ISE);
  }

  @Test
  void whatACallerCaughtIsToldAfterAll() {
    outer.catchIt();

    assertThat(lines())
        .containsExactly(
            "Inner.fail failed: " + ISE,
            "Inner.fail: a caller caught " + ISE + " + one",
            "Outer.catchIt succeeded");
  }

  @Test
  void whatACallerCaughtIsToldBesideWhatItThrows() {
    assertThat(catchThrowable(outer::catchAndFail)).hasMessage("two");

    assertThat(lines())
        .containsExactly(
            "Inner.fail failed: " + ISE,
            "Inner.fail: a caller caught " + ISE + " + one",
            "Outer.catchAndFail failed: java.lang.UnsupportedOperationException + two");
  }

  @Test
  void eachOfSeveralThatWereCaughtIsTold() {
    outer.catchTwo();

    assertThat(lines())
        .containsExactly(
            "Inner.fail failed: " + ISE,
            "Inner.succeed succeeded",
            "Inner.fail failed: " + ISE,
            "Inner.fail: a caller caught " + ISE + " + one",
            "Inner.fail: a caller caught " + ISE + " + two",
            "Outer.catchTwo succeeded");
  }

  @Test
  void theSameRootIsNotToldTwice() {
    assertThat(catchThrowable(outer::wrap)).isInstanceOf(Wrapped.class);

    assertThat(lines())
        .containsExactly(
            "Inner.fail failed: " + ISE,
            "Outer.wrap failed: " + Wrapped.class.getName() + " + " + ISE + ": one");
  }

  @Test
  void anotherThreadHasAnOutermostCallOfItsOwn() {
    assertThat(catchThrowable(outer::onAnotherThread)).isInstanceOf(CompletionException.class);

    assertThat(lines())
        .containsExactly(
            "Inner.fail failed: " + ISE + " + one",
            "Outer.onAnotherThread failed: "
                + CompletionException.class.getName()
                + " + "
                + ISE
                + ": one");
  }

  @Test
  void aCallBelowItsLevelIsTheOutermostIfItsFailureIsLogged() {
    assertThat(catchThrowable(outer::below)).hasMessage("one");
    assertThat(catchThrowable(outer::silent)).hasMessage("one");

    assertThat(lines())
        .containsExactly(
            "Inner.fail failed: " + ISE,
            "Outer.below failed: " + ISE + " + one",
            "Inner.fail failed: " + ISE + " + one");
  }

  @Test
  void nothingIsOwedToTheThreadsNextCall() {
    assertThat(catchThrowable(outer::pass)).hasMessage("one");
    container.select(Inner.class).get().succeed();

    assertThat(lines()).hasSize(5).endsWith("Inner.succeed succeeded");
  }

  @Test
  void aCallThatIsSilencedMeanwhileLeavesNothingOwed() {
    try {
      assertThat(catchThrowable(outer::silenceItself)).hasMessage("one");
    } finally {
      Logger.getLogger(Outer.class.getName()).setLevel(null);
    }

    assertThat(lines())
        .containsExactly(
            "Inner.fail failed: " + ISE, "Inner.fail: a caller caught " + ISE + " + one");
  }

  /** The messages, and behind a plus sign what the record's exception says. */
  private List<String> lines() {
    return logs.records().stream()
        .filter(record -> record.getLoggerName().contains("LoggedNestingTest"))
        .map(LoggedNestingTest::line)
        .toList();
  }

  private static String line(LogRecord record) {
    String message = LogEntry.message(record).replaceAll(" (in|after) [0-9.]+ ms", "");
    Throwable thrown = record.getThrown();
    return thrown == null ? message : message + " + " + thrown.getMessage();
  }
}
