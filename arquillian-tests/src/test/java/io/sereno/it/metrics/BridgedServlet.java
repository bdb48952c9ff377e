package io.sereno.it.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.sereno.it.OwnWar;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A servlet with a meter of its own in the server's registry. */
@OwnWar
@WebServlet("/bridged")
public class BridgedServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient MeterRegistry registry;
  @Inject private transient BridgedBean bean;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    registry.counter("it.own").increment();
    bean.export();
    response.getWriter().write(bean.work());
  }
}
