package io.sereno.context;

import java.security.Principal;
import java.util.Objects;
import java.util.function.Supplier;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The context of one piece of work, as it becomes known: which thread it is on, and what the MDC
 * shows of it there.
 *
 * <p>One thread at a time. What {@link #attach} puts on a thread, {@link #detach} takes from it.
 */
final class OpenContext {

  private static final ThreadLocal<OpenContext> CURRENT = new ThreadLocal<>();

  private volatile Supplier<@Nullable Principal> caller;
  private volatile Context context;
  private boolean asking;

  /**
   * @param caller asked for the user as long as none is known: a login may come at any time
   */
  OpenContext(Context context, Supplier<@Nullable Principal> caller) {
    this.context = context;
    this.caller = caller;
  }

  static Context current() {
    OpenContext open = CURRENT.get();
    return open == null ? Context.NONE : open.context();
  }

  static void route(String template) {
    OpenContext open = CURRENT.get();
    if (open != null) {
      open.change(open.context.withRoute(template));
    }
  }

  void attach() {
    if (CURRENT.get() == this) {
      return;
    }
    CURRENT.set(this);
    for (ContextField field : ContextField.values()) {
      show(field, field.of(context));
    }
  }

  void detach() {
    if (CURRENT.get() == this) {
      CURRENT.remove();
      for (ContextField field : ContextField.values()) {
        MDC.remove(field.key());
      }
    }
  }

  /** The request is over: what it would say of its user now may be another's. */
  void forgetCaller() {
    caller = () -> null;
  }

  Context context() {
    if (context.user() == null && !asking) {
      asking = true; // a server that logs while it answers would ask again
      try {
        Principal principal = caller.get();
        if (principal != null && principal.getName() != null) {
          change(context.withUser(principal.getName()));
        }
      } catch (RuntimeException e) {
        return context; // the request is over or the server cannot say: the user stays unknown
      } finally {
        asking = false;
      }
    }
    return context;
  }

  private void change(Context changed) {
    Context before = context;
    context = changed;
    if (CURRENT.get() == this) {
      for (ContextField field : ContextField.values()) {
        String value = field.of(changed);
        if (!Objects.equals(value, field.of(before))) {
          show(field, value);
        }
      }
    }
  }

  private static void show(ContextField field, @Nullable String value) {
    if (value == null) {
      MDC.remove(field.key());
    } else {
      MDC.put(field.key(), value);
    }
  }
}
