package io.sereno.logging.handlers;

import io.sereno.logging.format.JsonFormatter;
import io.sereno.logging.format.LineFormatter;
import io.sereno.logging.format.LineTarget;
import io.sereno.logging.format.ServerProperties;
import io.sereno.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.logging.ErrorManager;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/**
 * A handler that writes each record as one line, and from which no failure reaches who logs.
 *
 * <p>The line is made on the thread that logs, without a lock. A record that comes from within the
 * writing of another, on the same thread, is not written: a handler that logs does not feed itself.
 * Failures go to the {@link ErrorManager}. Threads: any.
 */
public abstract class LineHandler extends Handler {

  private static final String FAILED = "failed";
  private static final String RECURSION = "recursion";

  private final Turns turns = new Turns();
  private final LineTarget target = this::write;
  private volatile Losses losses = Losses.noop();
  private volatile Optional<Repeats> repeats = Optional.empty();
  private volatile boolean tended;

  protected LineHandler() {
    setFormatter(new JsonFormatter());
  }

  /**
   * Writes a line, its end included, whole.
   *
   * @param bytes are used again afterwards
   */
  protected abstract void write(byte[] bytes, int length) throws IOException;

  /** Lets go of what the handler holds. */
  protected void release() {}

  /** Does what is due without a record: called about once a second if {@link #isTended()}. */
  protected void tendOwn() {}

  /** Why records may be lost, sampling aside. */
  protected List<String> lossReasons() {
    return List.of(FAILED, RECURSION);
  }

  /** Whether there is anything to do without a record. */
  public boolean isTended() {
    return repeats.isPresent();
  }

  /** Gives the handler what all handlers have. */
  public final void configure(HandlerSettings settings, LineFormatter formatter, Losses counted) {
    losses = counted;
    tended = true;
    setFormatter(formatter);
    configure(settings);
    lossReasons().forEach(counted::expect);
    if (settings.filter().samples()) {
      counted.expect(RecordFilter.SAMPLED);
    }
  }

  /** Gives the handler what a server's {@code logging.properties} has for it. */
  protected final void configure(ServerProperties properties) {
    Settings own = properties.settings();
    configure(HandlerSettings.read(own));
    own.text("formatter").flatMap(name -> formatter(name, own)).ifPresent(this::setFormatter);
    properties.report(own);
  }

  private void configure(HandlerSettings settings) {
    setLevel(settings.level());
    setFilter(settings.filter().isEmpty() ? null : new RecordFilter(settings.filter(), losses));
    repeats = settings.collapse().map(window -> new Repeats(window, System::nanoTime));
  }

  private static Optional<Formatter> formatter(String name, Settings own) {
    try {
      Class<?> type = Class.forName(name, true, LineHandler.class.getClassLoader());
      return Optional.of((Formatter) type.getDeclaredConstructor().newInstance());
    } catch (ReflectiveOperationException | ClassCastException e) {
      own.problem("formatter", name, "name a class that is a java.util.logging.Formatter");
      return Optional.empty();
    }
  }

  protected final Losses losses() {
    return losses;
  }

  @Override
  public final void publish(LogRecord record) {
    if (record == null || !isLoggable(record)) {
      return;
    }
    int turn = turns.begin();
    if (turn == Turns.TAKEN) {
      losses.add(RECURSION, 1);
      return;
    }
    try {
      if (repeats.isEmpty()) {
        line(record);
      } else {
        unlessRepeated(record, repeats.get());
      }
    } catch (Throwable e) { // objects that are logged throw what they like
      lost(e, "writing a line", 1);
    } finally {
      turns.end(turn);
    }
  }

  private void unlessRepeated(LogRecord record, Repeats known) throws IOException {
    if (!tended) { // else not here: the context of this thread is another record's
      for (LogRecord told : known.due()) {
        line(told);
      }
    }
    if (!known.swallows(record)) {
      line(record);
    }
  }

  private void line(LogRecord record) throws IOException {
    Formatter formatter = getFormatter();
    if (formatter instanceof LineFormatter lines) {
      lines.write(record, target);
    } else {
      byte[] line = formatter.format(record).getBytes(StandardCharsets.UTF_8);
      write(line, line.length);
    }
  }

  /** Tells of repeated records whose time has come, and does what else is due. */
  public final void tend() {
    alone(
        () -> {
          for (LogRecord told : repeats.map(Repeats::due).orElseGet(List::of)) {
            line(told);
          }
          tendOwn();
        });
  }

  @Override
  public void flush() {
    tend();
  }

  @Override
  public final void close() {
    alone(
        () -> {
          for (LogRecord told : repeats.map(Repeats::all).orElseGet(List::of)) {
            line(told);
          }
        });
    guarded(this::release, "closing");
  }

  /** What a handler does without a record, done by one of its calls at a time on this thread. */
  private void alone(Step step) {
    int turn = turns.begin();
    if (turn == Turns.TAKEN) {
      return;
    }
    try {
      guarded(step, "writing a line");
    } finally {
      turns.end(turn);
    }
  }

  private void guarded(Step step, String doing) {
    try {
      step.run();
    } catch (Throwable e) {
      lost(e, doing, 0);
    }
  }

  /** Keeps everything from who logs but what the virtual machine itself has to say. */
  private void lost(Throwable cause, String doing, int records) {
    if (cause instanceof VirtualMachineError fatal && !(cause instanceof StackOverflowError)) {
      throw fatal;
    }
    if (records > 0) {
      losses.add(FAILED, records);
    }
    failed(doing, cause);
  }

  /** Tells the {@link ErrorManager} of a failure; it may log. */
  protected final void failed(String doing, Throwable cause) {
    reportError(
        doing + ": " + cause,
        cause instanceof Exception exception ? exception : new IllegalStateException(cause),
        ErrorManager.WRITE_FAILURE);
  }

  private interface Step {
    void run() throws IOException;
  }
}
