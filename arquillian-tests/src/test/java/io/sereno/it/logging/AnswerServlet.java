package io.sereno.it.logging;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;

/** Answers in every way that a servlet can. */
@WebServlet(urlPatterns = "/answer/*", asyncSupported = true)
public class AnswerServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    response.setContentType("text/plain; charset=UTF-8");
    switch (request.getPathInfo()) {
      case "/writer" -> write(response.getWriter());
      case "/stream" -> response.getOutputStream().write("n\u00e4chtens".getBytes(UTF_8));
      case "/nothing" -> response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      case "/included" -> request.getRequestDispatcher("/static.txt").include(request, response);
      case "/forwarded" ->
          request.getRequestDispatcher("/answer/stream").forward(request, response);
      case "/refused" -> response.sendError(HttpServletResponse.SC_CONFLICT);
      case "/broken" -> throw new ServletException(new IllegalStateException("expected by a test"));
      case "/later" -> later(request.startAsync(request, response));
      default -> response.setStatus(HttpServletResponse.SC_ACCEPTED);
    }
  }

  private static void write(PrintWriter writer) {
    writer.println("schöne Nacht \uD83C\uDF19");
    writer.printf("%d%n", 42);
    writer.append('x').print(true);
  }

  /** The answer comes from a thread of nobody, which ends the request too. */
  private static void later(AsyncContext context) {
    Thread other =
        new Thread(
            () -> {
              try {
                write(context.getResponse().getWriter());
              } catch (IOException e) {
                throw new IllegalStateException(e);
              } finally {
                context.complete();
              }
            });
    other.setContextClassLoader(null);
    other.start();
  }
}
