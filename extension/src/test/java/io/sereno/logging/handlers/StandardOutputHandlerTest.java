package io.sereno.logging.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.logging.format.TestFormatters;
import io.sereno.logging.format.TextFormatter;
import io.sereno.settings.TestSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class StandardOutputHandlerTest {

  private static final int LINES = 200;
  private static final int LENGTH = 8_000;

  @Test
  void handlersDoNotTearEachOthersLinesInASlowPipe() throws Exception {
    PipedInputStream in = new PipedInputStream(64);
    PipedOutputStream pipe = new PipedOutputStream(in);
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<Future<?>> writers = new ArrayList<>();
    for (String letter : List.of("a", "b")) {
      LineHandler handler = handler(pipe);
      writers.add(
          threads.submit(
              () -> {
                together.await();
                for (int i = 0; i < LINES; i++) {
                  handler.publish(new LogRecord(Level.INFO, letter.repeat(LENGTH)));
                }
                return null;
              }));
    }
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 128);
    List<String> torn = new ArrayList<>();
    for (int i = 0; i < 2 * LINES; i++) {
      String line = reader.readLine();
      if (!line.matches("INFO (a{" + LENGTH + "}|b{" + LENGTH + "})")) {
        torn.add(line);
      }
    }
    for (Future<?> writer : writers) {
      writer.get();
    }
    threads.shutdown();

    assertThat(torn).isEmpty();
  }

  private static LineHandler handler(PipedOutputStream pipe) {
    LineHandler handler = new StandardOutputHandler(new Pieces(pipe));
    handler.configure(
        HandlerSettings.read(TestSettings.of(Map.of())),
        new TextFormatter(TestSettings.of(Map.of()), TextFormatter.SIMPLE, TestFormatters.around()),
        Losses.noop());
    return handler;
  }

  /** Takes a line in pieces, as a pipe does. */
  private static final class Pieces extends OutputStream {

    private final OutputStream out;

    Pieces(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      for (int i = 0; i < length; i += 64) {
        out.write(bytes, offset + i, Math.min(64, length - i));
      }
    }
  }
}
