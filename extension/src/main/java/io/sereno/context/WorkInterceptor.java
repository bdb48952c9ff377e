package io.sereno.context;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives each piece of work that a server starts by itself the context that it brings: a message in
 * its properties, an asynchronous method of an EJB as an argument of the type {@link Context}. What
 * brings nothing, such as a timer, gets a trace of its own, by which its lines can be found. Where
 * there is a context already, such as when the application calls the method itself, that one stays.
 */
@StartsWork
@Interceptor
@Priority(50)
public class WorkInterceptor implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final List<MessageContext> MESSAGES = Found.all(MessageContext.class);

  /** Opens the context around the work. */
  @SuppressWarnings("try") // closed, and nothing else
  @AroundInvoke
  @AroundTimeout
  public @Nullable Object open(InvocationContext call) throws Exception {
    if (OnThread.isOccupied()) {
      return call.proceed();
    }
    try (ContextScope scope = contextOf(call).attach()) {
      return call.proceed();
    }
  }

  private static OpenContext contextOf(InvocationContext call) {
    Context brought = unlessItFails(call);
    return brought == null
        ? new OpenContext(Context.received(null, null), null, OnThread.takesOtherTraces())
        : new OpenContext(brought);
  }

  private static @Nullable Context unlessItFails(InvocationContext call) {
    try {
      return brought(call);
    } catch (RuntimeException | LinkageError e) {
      Propagation.failed("reading the context of a message", e);
      return null;
    }
  }

  private static @Nullable Context brought(InvocationContext call) {
    @Nullable Object @Nullable [] arguments = call.getTimer() == null ? call.getParameters() : null;
    if (arguments != null) { // Payara has none for a method without parameters
      for (Object argument : arguments) {
        Context context = argument == null ? null : brought(argument);
        if (context != null) {
          return context;
        }
      }
    }
    return null;
  }

  private static @Nullable Context brought(Object argument) {
    if (argument instanceof Context context) {
      return context.ofNewWork();
    }
    return MESSAGES.stream()
        .map(kind -> kind.of(argument))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
