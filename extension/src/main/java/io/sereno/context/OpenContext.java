package io.sereno.context;

import java.security.Principal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The context of one piece of work, as it becomes known, on whichever thread it is. Threads: any,
 * one at a time.
 */
final class OpenContext {

  private final StatementCount statements;
  private volatile @Nullable Supplier<@Nullable Principal> caller;
  private volatile Context context;
  private volatile @Nullable String lastUser;
  private volatile boolean traceMayChange;
  private volatile boolean ended;
  private volatile boolean followed;
  private boolean asking;

  /** Work whose user is known already, or never will be. */
  OpenContext(Context context) {
    this(context, null, false);
  }

  /**
   * Work whose user is not known yet.
   *
   * @param caller is asked for the user each time, for a login or a logout may come at any time
   * @param traceMayChange whether the trace was begun here for want of another
   */
  OpenContext(
      Context context, @Nullable Supplier<@Nullable Principal> caller, boolean traceMayChange) {
    this.statements = context.statements();
    this.context = context;
    this.caller = caller;
    this.traceMayChange = traceMayChange;
  }

  /** Whether nobody has followed this request through the application yet; somebody does now. */
  boolean follow() {
    boolean first = !followed;
    followed = true;
    return first;
  }

  boolean isFollowed() {
    return followed;
  }

  /** Puts it on this thread; what seemed to have ended goes on by that. */
  ContextScope attach() {
    ended = false;
    return OnThread.attach(this);
  }

  void detach() {
    OnThread.detach(this);
  }

  /** The request is over: what it would say of its user now may be another's. */
  void forgetCaller() {
    caller = null;
  }

  /** Nobody works for it any more: on whichever thread it still is, it counts no longer. */
  void end() {
    forgetCaller();
    ended = true;
  }

  boolean hasEnded() {
    return ended;
  }

  /** The same one through all changes of the context. */
  StatementCount statements() {
    return statements;
  }

  void route(String template) {
    Context matched = context.withRoute(template);
    String path = matched.path();
    context = path == null ? matched : matched.withPath(Propagation.shownPath(path, template));
  }

  /** Whether this work is part of that trace; what has begun a trace for itself takes it over. */
  boolean takes(String trace, @Nullable String span) {
    Context known = context;
    if (traceMayChange && !trace.equals(known.traceId())) {
      context = known.withTrace(trace, span == null ? String.valueOf(known.spanId()) : span);
    }
    traceMayChange = false;
    return known.traceId() == null || trace.equals(context.traceId());
  }

  /** What is known without asking. */
  Context known() {
    return context;
  }

  /** What is known now, the user included; the same instance as long as nothing has changed. */
  Context context() {
    Supplier<@Nullable Principal> asked = caller;
    if (asked == null || asking) {
      return context;
    }
    asking = true; // a server that logs while it answers would ask again
    try {
      Principal principal = asked.get();
      note(principal == null ? null : principal.getName());
    } catch (IllegalStateException e) {
      return context; // the request is over: the user stays the same
    } catch (Throwable e) {
      Propagation.failed("asking for the user of a request", e);
      return context;
    } finally {
      asking = false;
    }
    return context;
  }

  /** What is known at the end of the work: the user who has logged out meanwhile had it done. */
  Context atEnd() {
    Context known = context();
    return known.user() == null && lastUser != null ? known.withUser(lastUser) : known;
  }

  private void note(@Nullable String user) {
    if (user == null ? context.user() != null : !user.equals(context.user())) {
      context = context.withUser(user);
      lastUser = user == null ? lastUser : user;
    }
  }
}
