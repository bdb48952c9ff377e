package io.sereno.it.undeploy;

import io.sereno.it.OwnWar;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * Tells what the JVM of the server still holds after a garbage collection, one thing a line: each
 * class loader of the WAR at {@code ?path=}, each handler of the root logger, and each kind of
 * thread and of MBean, which a server has in varying numbers.
 */
@OwnWar
@WebServlet("/left-by")
public class WatcherServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    System.gc();
    PrintWriter out = response.getWriter();
    for (long i = DeployedClassLoaders.countAlive(request.getParameter("path")); i > 0; i--) {
      out.println("class loader");
    }
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      out.println("handler " + handler.getClass().getName());
    }
    kinds(threads()).forEach(thread -> out.println("thread " + thread));
    kinds(mbeans()).forEach(mbean -> out.println("MBean " + mbean));
  }

  /** Without the JVM's own, such as the one that answers jcmd. */
  private static Stream<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getThreadGroup() != null)
        .filter(thread -> !thread.getThreadGroup().getName().equals("system"))
        .map(Thread::getName);
  }

  /** Without the server's view of its own configuration, thousands of MBeans made on demand. */
  private static Stream<String> mbeans() {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    return Arrays.stream(server.getDomains())
        .filter(domain -> !domain.startsWith("jboss.as"))
        .flatMap(domain -> server.queryNames(all(domain), null).stream())
        .map(ObjectName::toString);
  }

  private static ObjectName all(String domain) {
    try {
      return new ObjectName(domain + ":*");
    } catch (MalformedObjectNameException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<String> kinds(Stream<String> names) {
    return names.map(name -> name.replaceAll("\\d+", "#")).distinct();
  }
}
