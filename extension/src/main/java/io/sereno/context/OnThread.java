package io.sereno.context;

import org.jspecify.annotations.Nullable;

/**
 * One context on one thread, above the one that was there before. Made where it is opened, used and
 * taken away on that thread alone.
 */
final class OnThread implements ContextScope {

  private static final ThreadLocal<OnThread> TOP = new ThreadLocal<>();

  /** Here, and not in the code that every line goes through: some classes cannot always be had. */
  private static final class Spans {
    private static final CurrentSpan CURRENT =
        Found.all(CurrentSpan.class).stream()
            .findFirst()
            .<CurrentSpan>map(GuardedSpan::new)
            .orElse(CurrentSpan.NONE);
  }

  private final OpenContext open;
  private final @Nullable OnThread before;
  private final @Nullable Object @Nullable [] overwritten;
  private Context own;
  private Context shown;

  private OnThread(OpenContext open, @Nullable OnThread before) {
    this.open = open;
    this.before = before;
    @Nullable Object @Nullable [] there = MdcFields.save();
    this.overwritten =
        before == null && there != null && MdcFields.isInherited(there) ? null : there;
    this.own = open.known();
    this.shown = own;
  }

  /** The context of the work on this thread. */
  static Context current() {
    OnThread top = top();
    return top == null ? withoutOwn() : top.context();
  }

  /** What the work on this thread has had executed; without work, what counts nothing. */
  static StatementCount statements() {
    OnThread top = top();
    return top == null ? StatementCount.NONE : top.open.statements();
  }

  /**
   * What stands on this thread, without what has ended elsewhere meanwhile: nobody else would take
   * that away.
   */
  private static @Nullable OnThread top() {
    OnThread top = TOP.get();
    while (top != null && top.open.hasEnded()) {
      top.leave();
      top = top.before;
    }
    return top;
  }

  private static Context withoutOwn() {
    if (!Propagation.isOn()) {
      return Context.NONE;
    }
    String trace = Spans.CURRENT.traceId();
    return trace == null ? Context.NONE : Context.NONE.withTrace(trace, Spans.CURRENT.spanId());
  }

  static boolean isOccupied() {
    return top() != null;
  }

  /** Whether work of this thread may take over the trace of another tracer. */
  static boolean takesOtherTraces() {
    return !Spans.CURRENT.isLeftOver();
  }

  /** What is known at the end of the work. */
  static Context atEnd(OpenContext open) {
    Context known = open.atEnd();
    OnThread top = TOP.get();
    return top != null && top.open == open ? top.withSpan(known) : known;
  }

  static void route(String template) {
    OnThread top = top();
    if (top != null) {
      top.open.route(template);
      top.context();
    }
  }

  /**
   * Puts a context on this thread; where it is already, it stays for whoever has put it there. If
   * it cannot be shown, the work goes on without it.
   */
  static ContextScope attach(OpenContext open) {
    OnThread top = top();
    if (!Propagation.isOn() || (top != null && top.open == open)) {
      return () -> {};
    }
    try {
      return attach(open, top);
    } catch (Throwable e) {
      Propagation.failed("putting a context on a thread", e);
      return () -> {};
    }
  }

  private static ContextScope attach(OpenContext open, @Nullable OnThread top) {
    OnThread scope = new OnThread(open, top);
    TOP.set(scope);
    try {
      MdcFields.show(scope.shown);
      scope.context();
      return scope;
    } catch (RuntimeException | Error e) {
      scope.leave();
      throw e;
    }
  }

  /** Takes a context from this thread, and with it whatever was left above it. */
  static void detach(OpenContext open) {
    for (OnThread scope = TOP.get(); scope != null; scope = scope.before) {
      if (scope.open == open) {
        scope.leave();
        return;
      }
    }
  }

  @Override
  public void close() {
    for (OnThread scope = TOP.get(); scope != null; scope = scope.before) {
      if (scope == this) {
        leave();
        return;
      }
    }
  }

  private void leave() {
    if (before == null) {
      TOP.remove();
    } else {
      TOP.set(before);
    }
    try {
      MdcFields.restore(overwritten);
    } catch (Throwable e) {
      Propagation.failed("taking a context from the MDC", e);
    }
  }

  /** What is known now; the MDC follows. */
  @SuppressWarnings("ReferenceEquality") // the same instance until something changes
  private Context context() {
    Context known = open.context();
    Context now = withSpan(known);
    own = known;
    if (now != shown) {
      Context last = shown;
      shown = now;
      showChange(last, now);
    }
    return now;
  }

  /** A formatter may be asking, for which a failure would cost the line. */
  private static void showChange(Context last, Context now) {
    try {
      MdcFields.change(last, now);
    } catch (Throwable e) {
      Propagation.failed("showing a context in the MDC", e);
    }
  }

  /**
   * The span of another tracer counts, where there is one of the same trace. A trace that was begun
   * here gives way to the other tracer's; one that goes on does not, for some servers trace by
   * themselves and do not go on with what a request brings.
   */
  @SuppressWarnings("ReferenceEquality") // the same instance until something changes
  private Context withSpan(Context known) {
    String trace = Spans.CURRENT.traceId();
    if (trace == null) {
      return known;
    }
    String span = Spans.CURRENT.spanId();
    if (!open.takes(trace, span)) {
      return known;
    }
    boolean same = known == own && trace.equals(shown.traceId()) && span.equals(shown.spanId());
    return same ? shown : open.known().withTrace(trace, span);
  }
}
