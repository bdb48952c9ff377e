package io.sereno.it.context;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jboss.logging.MDC;

/** Shows what the MDC held when a request had ended, as the container's thread was given back. */
@WebServlet("/leftovers")
public class LeftoverServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private static final Queue<String> AFTER = new ConcurrentLinkedQueue<>();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain");
    response.getWriter().print(String.join(",", AFTER));
  }

  /** The application's listeners were added before Sereno's, so they hear of the end after it. */
  @WebListener
  public static class AfterRequest implements ServletRequestListener {

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
      AFTER.add(String.valueOf(MDC.get("http.request.id")));
    }
  }
}
