package io.sereno.invocation;

import jakarta.interceptor.InvocationContext;
import java.lang.StackWalker.Option;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a call runs inside of another one that an observer wants known.
 *
 * <p>The thread's own stack is what remembers it, so that it costs a call nothing, leaves nothing
 * on a thread, and is right whatever the container does. Looking is for failures alone: it takes
 * some microseconds. Another application's calls are not seen, since it has a class of its own.
 */
public final class EnclosingCall {

  private static final StackWalker STACK = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

  private EnclosingCall() {}

  /** Whether there is one on this thread, besides a call that has just ended. */
  public static boolean exists() {
    return STACK.walk(frames -> frames.anyMatch(frame -> frame.getDeclaringClass() == Frame.class));
  }

  static @Nullable Object proceed(InvocationContext call) throws Exception {
    return Frame.proceed(call);
  }

  /** Stands on the stack for as long as a call runs. */
  private static final class Frame {

    static @Nullable Object proceed(InvocationContext call) throws Exception {
      return call.proceed();
    }
  }
}
