package io.sereno.statements;

import io.sereno.context.Found;
import io.sereno.context.PerApplication;
import io.sereno.context.StatementCount;
import io.sereno.figures.Failures;
import io.sereno.figures.Figures;
import java.util.List;

/**
 * The statements of one application, each seen once, whichever of its libraries executes it:
 * counted for the work at hand, and told to whoever observes them. Threads: any.
 *
 * <p>What a library does by way of a data source that tells of it too is the library's: between
 * {@link #begin} and {@link #executed} the data source is not listened to about statements, and
 * between {@link #beginConnecting} and {@link #endConnecting} not about connections.
 */
public final class Statements {

  static final String FEATURE = "statements";

  private static final Statements NONE =
      new Statements(false, StatementObserver.noop(), List.of(), new Figures().failures());

  /** Hibernate makes what tells of its statements by itself, and nobody can hand it these. */
  private static final PerApplication<Statements> RUNNING = new PerApplication<>(NONE);

  private final boolean marks;
  private final StatementObserver observer;
  private final List<StatementSource> sources;
  private final Failures failures;

  /**
   * Those of an application with these settings.
   *
   * @param observers those who are told
   */
  public Statements(
      StatementsSettings settings, List<StatementObserver> observers, Failures failures) {
    this(
        !settings.dataSources().isEmpty(),
        StatementObserver.composite(observers, failures),
        Found.all(StatementSource.class),
        failures);
  }

  private Statements(
      boolean marks, StatementObserver observer, List<StatementSource> sources, Failures failures) {
    this.marks = marks;
    this.observer = observer;
    this.sources = sources;
    this.failures = failures;
  }

  /**
   * Those of the application at work on this thread; for libraries, to whom nobody can hand them.
   */
  public static Statements inForce() {
    return RUNNING.current();
  }

  /**
   * From now on its statements are seen.
   *
   * @param application whose persistence units they come from
   */
  public void start(ClassLoader application) {
    RUNNING.start(application, this);
    for (StatementSource source : sources) {
      guarded("asking to be told of statements", () -> source.start(application, this));
    }
  }

  /** From now on nobody listens. */
  public void stop() {
    RUNNING.stop(this);
    for (StatementSource source : sources) {
      guarded("leaving a persistence unit", source::stop);
    }
  }

  private void guarded(String doing, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | LinkageError e) {
      failures.report(FEATURE, doing, e);
    }
  }

  /** Whether there is an application here whose statements are seen. */
  public boolean isOn() {
    return this != NONE;
  }

  /** A library is about to execute a statement on this thread: what {@link #executed} is given. */
  public long begin() {
    return begin(LibraryWork.EXECUTING);
  }

  /** Whether a library is executing a statement on this thread, which is to be seen there alone. */
  public boolean isInside() {
    return marks && LibraryWork.EXECUTING.isUnderWay();
  }

  /** The library has executed it, whether it failed or not. */
  public void executed(Operation operation, long begin, long rows, int batch) {
    seen(operation, end(LibraryWork.EXECUTING, begin), rows, batch);
  }

  /** A data source has executed a statement in so many nanoseconds. */
  public void seen(Operation operation, long nanos, long rows, int batch) {
    StatementCount.current().add(nanos);
    observer.executed(operation, nanos, rows, batch);
  }

  /** A statement has failed, be it in preparing or in executing. */
  public void failed(Operation operation, Throwable failure) {
    observer.failed(operation, failure);
  }

  /** A library is about to obtain a connection: what {@link #endConnecting} is given. */
  public long beginConnecting() {
    return begin(LibraryWork.CONNECTING);
  }

  /** The library has obtained it for this persistence unit, or has failed to. */
  public void endConnecting(String unit, long begin) {
    observer.connected(unit, end(LibraryWork.CONNECTING, begin));
  }

  /** Marked only where there are data sources that would tell of it, too. */
  private long begin(LibraryWork work) {
    if (marks) {
      work.begins();
    }
    return System.nanoTime();
  }

  private long end(LibraryWork work, long begin) {
    long nanos = System.nanoTime() - begin;
    if (marks) {
      work.ends();
    }
    return nanos;
  }

  /** A data source has obtained a connection in so many nanoseconds, or has failed to. */
  void connected(String source, long nanos) {
    if (!marks || !LibraryWork.CONNECTING.isUnderWay()) {
      observer.connected(source, nanos);
    }
  }

  /**
   * Entities of one type have changed in a transaction that was committed.
   *
   * @param entity the type's name, or that of its class
   */
  public void changed(String entity, EntityChange change, long count) {
    String name = entity.substring(Math.max(entity.lastIndexOf('.'), entity.lastIndexOf('$')) + 1);
    observer.changed(name, change, count);
  }

  /** Something of ours went wrong; the application goes on. */
  public void survive(String doing, Throwable cause) {
    failures.survive(FEATURE, doing, cause);
  }
}
