package io.sereno.invocation;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * What is known of each intercepted method: put here while deploying, looked up per call. Threads:
 * any.
 *
 * @param <P> the plan of one method
 */
public final class Plans<P> {

  private final P none;
  private final Map<Class<?>, Map<Method, P>> plans = new ConcurrentHashMap<>();

  /**
   * Begins without any plans.
   *
   * @param none the plan of methods that have none
   */
  public Plans(P none) {
    this.none = none;
  }

  public void put(BeanMethod method, P plan) {
    plans
        .computeIfAbsent(method.bean(), bean -> new ConcurrentHashMap<>())
        .put(method.method(), plan);
  }

  /**
   * The plan for a call.
   *
   * @param instance the bean's class, or a subclass that the container made of it
   * @param method the bean's, or one that it overrides or implements
   */
  public P find(Class<?> instance, Method method) {
    for (Class<?> type = instance; type != null; type = type.getSuperclass()) {
      Map<Method, P> methods = plans.get(type);
      if (methods != null) {
        P plan = methods.get(method);
        return plan != null ? plan : methods.computeIfAbsent(method, m -> sameCall(methods, m));
      }
    }
    return none;
  }

  /** Containers may name a method as the caller's view declares it. */
  private P sameCall(Map<Method, P> methods, Method method) {
    return Map.copyOf(methods).entrySet().stream()
        .filter(entry -> entry.getKey().getName().equals(method.getName()))
        .filter(entry -> takes(method.getParameterTypes(), entry.getKey().getParameterTypes()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(none);
  }

  /** The parameters of a generic view may be wider. */
  private static boolean takes(Class<?>[] wide, Class<?>[] narrow) {
    return wide.length == narrow.length
        && IntStream.range(0, wide.length).allMatch(i -> wide[i].isAssignableFrom(narrow[i]));
  }
}
