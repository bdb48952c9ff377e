package io.sereno.logging.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownFramesTest {

  private final KnownFrames frames = new KnownFrames();

  @Test
  void anEqualFrameIsKnown() {
    byte[] encoded = {1};
    frames.put(frame("pay", 7), encoded);

    assertThat(frames.get(frame("pay", 7))).isSameAs(encoded);
    assertThat(frames.get(frame("pay", 8))).isNull();
    assertThat(frames.get(frame("book", 7))).isNull();
  }

  @Test
  void theLastOnesAreKnownHoweverManyCome() {
    for (int line = 0; line < 100_000; line++) {
      StackTraceElement frame = frame("m" + line, line);
      byte[] encoded = {(byte) line};
      frames.put(frame, encoded);

      assertThat(frames.get(frame)).isSameAs(encoded);
    }
  }

  private static StackTraceElement frame(String method, int line) {
    return new StackTraceElement("com.acme.Invoices", method, "Invoices.java", line);
  }
}
