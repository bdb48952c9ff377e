package io.sereno.it.logging;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Logs what it is asked to: {@code say?logger=myapp&level=FINE&message=hello}, and answers with the
 * logger's level.
 */
@WebServlet("/say")
public class SayServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Logger logger = Logger.getLogger(request.getParameter("logger"));
    String message = request.getParameter("message");
    if (message != null) {
      Level level = Level.parse(request.getParameter("level"));
      IllegalStateException thrown =
          request.getParameter("thrown") == null ? null : new IllegalStateException("by a test");
      logger.log(level, message, thrown);
    }
    response.getWriter().print(logger.getLevel());
  }
}
