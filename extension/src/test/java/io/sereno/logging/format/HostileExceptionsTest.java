package io.sereno.logging.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Whatever exceptions an application logs, of any size, and whatever their methods do. */
class HostileExceptionsTest {

  private static final int LONGEST = 16_384;
  private static final int FEWEST_LINES = 450;
  private static final LongAdder LINES = new LongAdder();

  private static final List<HostileFormatter> FORMATTERS =
      List.of(
          HostileFormatter.ecs(LONGEST, LINES),
          HostileFormatter.logstash(LONGEST, LINES),
          HostileFormatter.json(
              Map.of("stack-trace.hash", "true", "stack-trace.root-first", "true"), LONGEST, LINES),
          HostileFormatter.verbose(LONGEST, LINES),
          HostileFormatter.placed(LONGEST, LINES));

  @AfterAll
  static void saysHowManyLinesItHasChecked(TestReporter reporter) {
    reporter.publishEntry("hostile lines", String.valueOf(LINES.sum()));
    System.out.println("HostileExceptionsTest: " + LINES.sum() + " hostile lines");
    assertThat(LINES.sum()).isGreaterThan(FEWEST_LINES);
  }

  @Test
  void tenThousandFramesCausesAndSuppressedAreCut() {
    StackTraceElement[] frames =
        IntStream.range(0, 10_000)
            .mapToObj(i -> new StackTraceElement("com.acme.Invoices", "m" + i, "I.java", i))
            .toArray(StackTraceElement[]::new);
    RuntimeException deep = new RuntimeException("deep");
    deep.setStackTrace(frames);
    RuntimeException wide = new RuntimeException("wide");
    RuntimeException nested = new RuntimeException("nested");
    RuntimeException chain = new RuntimeException("chain");
    for (int i = 0; i < 10_000; i++) {
      wide.addSuppressed(new RuntimeException("suppressed " + i));
      chain = new RuntimeException("cause " + i, chain);
      RuntimeException outer = new RuntimeException("suppressing");
      outer.addSuppressed(nested);
      nested = outer;
    }
    for (Throwable thrown : List.of(deep, wide, nested, chain, new Endless())) {
      checkAll(thrown);
    }
  }

  @Test
  void circlesEnd() {
    RuntimeException first = new RuntimeException("first");
    RuntimeException second = new RuntimeException("second", first);
    first.initCause(second);
    first.addSuppressed(second);
    checkAll(first);
    checkAll(new Itself());
  }

  @Test
  void exceptionsMayFailInAnyMethod() {
    for (Supplier<@Nullable Throwable> failure : HostileThrowable.FAILURES) {
      for (String method : HostileThrowable.ALL) {
        checkAll(new HostileThrowable(failure, Set.of(method)));
        checkAll(new RuntimeException("x", new HostileThrowable(failure, Set.of(method))));
      }
      checkAll(new HostileThrowable(failure, HostileThrowable.ALL));
    }
    StackTraceElement[] gap = {null};
    checkAll(
        new RuntimeException("x") {
          private static final long serialVersionUID = 1L;

          @Override
          public StackTraceElement[] getStackTrace() {
            return gap;
          }
        });
  }

  @Test
  void namesOfClassesMayHoldAnything() throws IOException, ReflectiveOperationException {
    for (String name :
        List.of(
            "a\nb\u202e\r\u2028\u0085zzzz",
            "\u0007\u0001\n INFO forged!",
            "\ud800\ud800\udc00xxxxxxx")) {
      Throwable thrown =
          (Throwable) HostileClass.named(name).getDeclaredConstructor().newInstance();
      assertThat(thrown.getClass().getName()).endsWith(name);
      checkAll(thrown);
      for (HostileFormatter formatter : FORMATTERS) {
        HostileRecord record = new HostileRecord();
        record.fields.put("object", thrown);
        formatter.check(record);
      }
    }
  }

  private static void checkAll(Throwable thrown) {
    for (HostileFormatter formatter : FORMATTERS) {
      HostileRecord record = new HostileRecord();
      record.thrown = thrown;
      formatter.check(record);
    }
  }

  /** Causes without end. */
  private static final class Endless extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public Throwable getCause() {
      return new Endless();
    }
  }

  private static final class Itself extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public Throwable getCause() {
      return this;
    }
  }
}
