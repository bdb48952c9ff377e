package io.sereno.it.context;

import io.sereno.context.Context;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;

/** Sends a request through everything that works for it; each stage logs its name. */
@WebServlet("/journey/start")
public class JourneyServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  static final Logger LOG = Logger.getLogger("journey");

  @Inject private transient JourneyEjb ejb;
  @EJB private transient JourneyAsyncEjb injected;
  @Inject private transient JourneyAsyncEjb asyncEjb;
  @Inject private transient JourneyTasks tasks;
  @Inject private transient JourneyClients clients;
  @Inject private transient Instance<JourneyMessages> messages;
  @Resource private transient ManagedExecutorService executor;
  @Resource private transient ManagedScheduledExecutorService scheduler;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      LOG.info("servlet");
      ejb.work();
      executor.submit(() -> LOG.info("managed executor")).get();
      scheduler.schedule(() -> LOG.info("scheduled task"), 1, TimeUnit.MILLISECONDS).get();
      tasks.work().get();
      asyncEjb.work("injected by CDI", Context.current());
      injected.work("injected by EJB", Context.current());
      for (JourneyMessages one : messages) {
        one.send();
      }
      String root = request.getRequestURL().toString().replaceFirst("/journey/.*", "/");
      response.getWriter().print(clients.call(root));
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }
}
