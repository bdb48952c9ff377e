package io.sereno.invocation;

import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/**
 * Who observes the calls of one bean's class, remembered by the very methods that its container
 * names: comparing them costs less than looking equal ones up. Threads: any.
 */
final class BeanCalls {

  /** More than a bean has; a container that makes its methods anew is not remembered for ever. */
  private static final int MOST = 128;

  private final Class<?> type;
  private final Calls calls;
  private volatile Table known = new Table(0, 4);

  private record Known(Method method, CallObserver observer) {}

  /**
   * Each stands at the place that its method's name leads to, or at the next one that was free;
   * more than half of the places are free. It is not changed once others can see it.
   */
  private static final class Table {

    private final int size;
    private final @Nullable Known[] places;

    Table(int size, int places) {
      this.size = size;
      this.places = new Known[places];
    }

    @SuppressWarnings("ReferenceEquality") // an equal one is found as well, only later
    @Nullable CallObserver find(Method method) {
      int place = first(method);
      for (Known one = places[place]; one != null; one = places[place]) {
        if (one.method == method) {
          return one.observer;
        }
        place = next(place);
      }
      return null;
    }

    Table with(Known added) {
      boolean grows = 2 * (size + 1) >= places.length;
      Table larger = new Table(size + 1, grows ? 2 * places.length : places.length);
      for (Known one : places) {
        if (one != null) {
          larger.put(one);
        }
      }
      larger.put(added);
      return larger;
    }

    private void put(Known one) {
      int place = first(one.method);
      while (places[place] != null) {
        place = next(place);
      }
      places[place] = one;
    }

    private int first(Method method) {
      int hash = method.getName().hashCode();
      return (hash ^ (hash >>> 16)) & (places.length - 1);
    }

    private int next(int place) {
      return (place + 1) & (places.length - 1);
    }
  }

  BeanCalls(Class<?> type, Calls calls) {
    this.type = type;
    this.calls = calls;
  }

  boolean isOf(Class<?> instance) {
    return type == instance;
  }

  CallObserver observer(Method method) {
    CallObserver observer = known.find(method);
    return observer != null ? observer : learn(method);
  }

  /** Of two threads that learn at once one may have to learn again. */
  private CallObserver learn(Method method) {
    CallObserver observer = calls.observer(type, method);
    Table current = known;
    if (current.size < MOST) {
      known = current.with(new Known(method, observer));
    }
    return observer;
  }
}
