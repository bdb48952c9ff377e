package io.sereno.metrics;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.management.MBeanServer;
import javax.management.MBeanServerBuilder;
import javax.management.MBeanServerDelegate;
import javax.management.MBeanServerFactory;

/** An MBean server of somebody else's, among those of this JVM, that fails when it is told to. */
final class ForeignMBeans implements AutoCloseable {

  private static final String BUILDER = "javax.management.builder.initial";

  private final MBeanServer server;

  /** A call that fails, by its method and what one of its arguments contains. */
  private record Failure(String method, String argument, Throwable cause) {

    boolean isOf(Method called, Object[] arguments) {
      return called.getName().equals(method)
          && Arrays.stream(arguments).anyMatch(any -> String.valueOf(any).contains(argument));
    }
  }

  private static final List<Failure> FAILURES = new CopyOnWriteArrayList<>();

  private ForeignMBeans(MBeanServer server) {
    this.server = server;
  }

  static ForeignMBeans open() {
    System.setProperty(BUILDER, Builder.class.getName());
    try {
      return new ForeignMBeans(MBeanServerFactory.createMBeanServer("foreign"));
    } finally {
      System.clearProperty(BUILDER);
    }
  }

  MBeanServer server() {
    return server;
  }

  /** From now on. */
  void fail(String method, String argument, Throwable cause) {
    FAILURES.add(new Failure(method, argument, cause));
  }

  void recover() {
    FAILURES.clear();
  }

  @Override
  public void close() {
    FAILURES.clear();
    MBeanServerFactory.releaseMBeanServer(server);
  }

  /** Made by the JDK. */
  public static final class Builder extends MBeanServerBuilder {

    @Override
    public MBeanServer newMBeanServer(
        String domain, MBeanServer outer, MBeanServerDelegate delegate) {
      MBeanServer real = super.newMBeanServer(domain, outer, delegate);
      return (MBeanServer)
          Proxy.newProxyInstance(
              ForeignMBeans.class.getClassLoader(),
              new Class<?>[] {MBeanServer.class},
              (proxy, method, given) -> {
                Object[] arguments = given == null ? new Object[0] : given;
                if (method.getName().equals("equals")) {
                  return proxy == arguments[0];
                }
                for (Failure failure : new ArrayList<>(FAILURES)) {
                  if (failure.isOf(method, arguments)) {
                    throw failure.cause;
                  }
                }
                try {
                  return method.invoke(real, arguments);
                } catch (InvocationTargetException e) {
                  throw e.getCause();
                }
              });
    }
  }
}
