package io.sereno.context;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * How many SQL statements one piece of work, such as a request, has had executed, and how long that
 * took. Threads: any, without locks: all that work for the same request share one, so statements
 * that run at the same time add up to more than the time that has passed.
 *
 * <p>Any two are equal: what has been counted is no part of what a {@link Context} says.
 */
@SuppressWarnings("ReferenceEquality") // any two are equal
public final class StatementCount {

  private static final VarHandle COUNT = handle("count");
  private static final VarHandle NANOS = handle("nanos");

  /** Counts nothing: what stands for work that nobody asks about. */
  static final StatementCount NONE = new StatementCount(false);

  /** Without work at hand. */
  private static final ThreadLocal<StatementCount> OWN = new ThreadLocal<>();

  private final boolean counts;
  private volatile long count;
  private volatile long nanos;

  /** Of a piece of work that begins. */
  StatementCount() {
    this(true);
  }

  private StatementCount(boolean counts) {
    this.counts = counts;
  }

  /**
   * That of the work on this thread; without work, that of whoever {@link #open counts} here by
   * himself, else one that counts nothing.
   */
  public static StatementCount current() {
    StatementCount works = OnThread.statements();
    if (works != NONE) {
      return works;
    }
    StatementCount own = OWN.get();
    return own == null ? NONE : own;
  }

  /**
   * Sees to it that statements are counted on this thread, until the scope is closed there: by the
   * work at hand, and without any, by a count of its own, which goes to no other thread.
   */
  public static ContextScope open() {
    if (current() != NONE) {
      return () -> {};
    }
    OWN.set(new StatementCount());
    return OWN::remove;
  }

  /** One more has been executed, and took so long, whether it failed or not. */
  public void add(long nanosTaken) {
    if (counts) {
      COUNT.getAndAdd(this, 1L);
      NANOS.getAndAdd(this, nanosTaken);
    }
  }

  /** How many so far. */
  public long count() {
    return count;
  }

  /** How long all of them took so far. */
  public long nanos() {
    return nanos;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StatementCount;
  }

  @Override
  public int hashCode() {
    return 0;
  }

  @Override
  public String toString() {
    return String.valueOf(count);
  }

  private static VarHandle handle(String field) {
    try {
      return MethodHandles.lookup().findVarHandle(StatementCount.class, field, long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
