package io.sereno.it.context;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.MDC;

/**
 * Shows what the pooled threads of the journey hold for work that no request has asked for. On
 * WildFly, a thread that a request makes a pool start has that request's MDC, and keeps it until it
 * does its first work: that is nobody's leaving, and nothing that lines show. Asked to {@code fill}
 * the pools before the journey, this has them start their threads for nobody, and cleans them.
 */
@WebServlet("/journey/afterwards")
public class CleanThreadsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final int TASKS = 20;

  @Inject private transient JourneyAsyncEjb asyncEjb;
  @Inject private transient JourneyTimer timer;
  @Resource private transient ManagedExecutorService executor;
  @Resource private transient ManagedScheduledExecutorService scheduler;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Callable<String> task =
        request.getParameter("fill") == null
            ? Traces::ofThisThread
            : () -> {
              MDC.clear();
              return "";
            };
    List<String> found = new CopyOnWriteArrayList<>();
    Thread nobodys = new Thread(() -> found.addAll(probe(task)));
    nobodys.start();
    try {
      nobodys.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    response.getWriter().print(found);
  }

  /**
   * WildFly gives a thread the MDC of the one that starts it, this request's: it is nobody's here.
   */
  private List<String> probe(Callable<String> task) {
    MDC.clear();
    List<String> found = new ArrayList<>();
    try {
      for (int i = 0; i < TASKS; i++) {
        found.add(executor.submit(task).get());
        found.add(scheduler.schedule(task, 1, TimeUnit.MILLISECONDS).get());
        found.add(asyncEjb.request().get());
      }
      timer.set();
    } catch (Exception e) {
      found.add(e.toString());
    }
    found.removeIf(String::isEmpty);
    return found;
  }
}
