package io.sereno.it.metrics;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;

/** Called by {@link MetricsIT} alone; each of its paths is a route of its own. */
@WebServlet(
    urlPatterns = {
      "/measured/echo",
      "/measured/form",
      "/measured/dispatched",
      "/measured/timeout",
      "/measured/broken",
      "/measured/endless",
      "/measured/forwarded",
      "/measured/traced",
      "/measured/bridged"
    },
    asyncSupported = true)
public class MeasuredServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    switch (request.getServletPath()) {
      case "/measured/echo" -> request.getInputStream().transferTo(response.getOutputStream());
      case "/measured/form" -> response.getWriter().print(request.getParameter("name"));
      case "/measured/dispatched" -> dispatch(request, response);
      case "/measured/timeout" -> request.startAsync().setTimeout(200);
      case "/measured/broken" -> throw new ServletException(new CountedFailure());
      case "/measured/endless" -> writeWithoutEnd(response.getOutputStream());
      case "/measured/forwarded" ->
          request.getRequestDispatcher("/measured/traced").forward(request, response);
      default -> response.getWriter().print("measured");
    }
  }

  /** Given back to the container before this has returned. */
  private static void dispatch(HttpServletRequest request, HttpServletResponse response) {
    if (request.getDispatcherType() == DispatcherType.ASYNC) {
      response.setStatus(HttpServletResponse.SC_ACCEPTED);
    } else {
      AsyncContext asynchronous = request.startAsync();
      asynchronous.dispatch();
    }
  }

  private static void writeWithoutEnd(OutputStream out) throws IOException {
    byte[] chunk = new byte[65_536];
    while (true) {
      out.write(chunk);
      out.flush();
    }
  }

  /** What leaves {@code /measured/broken}. */
  public static final class CountedFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CountedFailure() {
      super("expected by a test");
    }
  }
}
