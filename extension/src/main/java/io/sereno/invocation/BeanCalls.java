package io.sereno.invocation;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who observes the calls of one bean's class, remembered by the very methods that its container
 * names: comparing them costs less than looking them up. Threads: any.
 */
final class BeanCalls {

  /** More than a bean has; a container that makes its methods anew is not remembered for ever. */
  private static final int MOST = 32;

  private final Class<?> type;
  private final Calls calls;
  private volatile List<Known> known = List.of();

  private record Known(Method method, CallObserver observer) {}

  BeanCalls(Class<?> type, Calls calls) {
    this.type = type;
    this.calls = calls;
  }

  boolean isOf(Class<?> instance) {
    return type == instance;
  }

  @SuppressWarnings("ReferenceEquality") // an equal one is found as well, only later
  CallObserver observer(Method method) {
    List<Known> current = known;
    for (int i = 0; i < current.size(); i++) {
      if (current.get(i).method == method) {
        return current.get(i).observer;
      }
    }
    return learn(method, current);
  }

  private CallObserver learn(Method method, List<Known> current) {
    CallObserver observer = calls.observer(type, method);
    if (current.size() < MOST) {
      known = Stream.concat(current.stream(), Stream.of(new Known(method, observer))).toList();
    }
    return observer;
  }
}
