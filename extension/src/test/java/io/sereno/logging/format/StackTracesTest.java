package io.sereno.logging.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackTracesTest {

  private static final int LONG = 16_384;

  @Test
  void printsLikeTheJdk() {
    StringWriter jdk = new StringWriter();
    Throwable thrown = failure();
    thrown.printStackTrace(new PrintWriter(jdk));

    assertThat(print(thrown, LONG, Integer.MAX_VALUE, false)).isEqualTo(jdk.toString());
  }

  @Test
  void theRootCanComeFirst() {
    Throwable root = frames(new IllegalArgumentException("root"), "c", "b", "a");
    Throwable middle = frames(new IllegalStateException("middle", root), "d", "b", "a");
    Throwable outer = frames(new RuntimeException("outer", middle), "a");

    assertThat(print(outer, LONG, Integer.MAX_VALUE, true))
        .isEqualTo(
            """
            java.lang.IllegalArgumentException: root
            \tat T.c(T.java:1)
            \t... 2 more
            Wrapped by: java.lang.IllegalStateException: middle
            \tat T.d(T.java:1)
            \tat T.b(T.java:1)
            \t... 1 more
            Wrapped by: java.lang.RuntimeException: outer
            \tat T.a(T.java:1)
            """);
  }

  @Test
  void framesAreCounted() {
    Throwable thrown = frames(new RuntimeException("x"), "e", "d", "c", "b", "a");

    assertThat(print(thrown, LONG, 2, false))
        .isEqualTo(
            """
            java.lang.RuntimeException: x
            \tat T.e(T.java:1)
            \tat T.d(T.java:1)
            \t... 3 frames omitted
            """);
  }

  @Test
  void circlesEnd() {
    Throwable outer = frames(new RuntimeException("outer"), "a");
    Throwable inner = frames(new RuntimeException("inner", outer), "b", "a");
    outer.initCause(inner);

    assertThat(print(outer, LONG, Integer.MAX_VALUE, false))
        .isEqualTo(
            """
            java.lang.RuntimeException: outer
            \tat T.a(T.java:1)
            Caused by: java.lang.RuntimeException: inner
            \tat T.b(T.java:1)
            \t... 1 more
            Caused by: [CIRCULAR REFERENCE: java.lang.RuntimeException: outer]
            """);
    assertThat(print(outer, LONG, Integer.MAX_VALUE, true))
        .startsWith("java.lang.RuntimeException");
  }

  @Test
  void tenThousandFramesAndCausesAndSuppressedStayWithinBounds() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      names.add("m" + i);
    }
    Throwable thrown = frames(new RuntimeException("x"), names.toArray(String[]::new));
    for (int i = 0; i < 10_000; i++) {
      thrown = new RuntimeException("cause " + i, thrown);
    }
    Throwable suppressed = new RuntimeException("innermost");
    for (int i = 0; i < 10_000; i++) {
      Throwable around = new RuntimeException("s");
      around.addSuppressed(suppressed);
      suppressed = around;
    }

    for (boolean rootFirst : new boolean[] {false, true}) {
      assertThat(print(thrown, LONG, Integer.MAX_VALUE, rootFirst))
          .hasSizeLessThanOrEqualTo(LONG)
          .endsWith(Cuts.MARK);
      assertThat(print(suppressed, 10_000_000, 0, rootFirst)).hasSizeLessThanOrEqualTo(10_000_000);
    }
  }

  @Test
  void theSameFailureHasTheSameHash() {
    List<Throwable> failures = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      failures.add(new IllegalStateException("message " + i));
    }

    assertThat(StackHash.of(failures.get(0))).matches("[0-9a-f]{8}");
    assertThat(StackHash.of(failures.get(0))).isEqualTo(StackHash.of(failures.get(1)));
    assertThat(StackHash.of(failures.get(0))).isNotEqualTo(StackHash.of(failure()));
  }

  private static Throwable failure() {
    RuntimeException outer = new RuntimeException("outer", new IllegalStateException("inner"));
    outer.addSuppressed(new IllegalArgumentException("suppressed", new Error("its cause")));
    return outer;
  }

  private static Throwable frames(Throwable thrown, String... methods) {
    StackTraceElement[] frames = new StackTraceElement[methods.length];
    for (int i = 0; i < methods.length; i++) {
      frames[i] = new StackTraceElement("T", methods[i], "T.java", 1);
    }
    thrown.setStackTrace(frames);
    return thrown;
  }

  private static String print(Throwable thrown, int longest, int frames, boolean rootFirst) {
    TextTrace text = new TextTrace(TestFormatters.around().redactor());
    new StackTraces(new StackTraceSettings(longest, frames, rootFirst, false))
        .to(text)
        .print(thrown);
    return text.toString();
  }
}
