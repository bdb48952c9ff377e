package io.sereno.statements;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** Hands a call on to what stands behind a proxy, and its exceptions back as they are. */
final class Delegation {

  private Delegation() {}

  static @Nullable Object call(
      Object target, Object proxy, Method method, @Nullable Object @Nullable [] arguments)
      throws Throwable {
    if (method.getName().equals("equals") && method.getDeclaringClass() == Object.class) {
      return arguments != null && isSame(proxy, arguments[0]);
    }
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }

  private static boolean isSame(Object proxy, @Nullable Object other) {
    if (other == null || !Proxy.isProxyClass(other.getClass())) {
      return false;
    }
    InvocationHandler own = Proxy.getInvocationHandler(proxy);
    return own.equals(Proxy.getInvocationHandler(other));
  }
}
