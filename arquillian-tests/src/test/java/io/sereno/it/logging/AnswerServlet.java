package io.sereno.it.logging;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
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
      case "/failed-later", "/refused-later" -> failLater(request, response);
      case "/later" -> later(request.startAsync(request, response));
      default -> response.setStatus(HttpServletResponse.SC_ACCEPTED);
    }
  }

  private static void write(PrintWriter writer) {
    writer.println("schöne Nacht \uD83C\uDF19");
    writer.printf("%d%n", 42);
    writer.append('x').print(true);
  }

  /** Asynchronous work that fails, and to which one of both answers by itself. */
  private static void failLater(HttpServletRequest request, HttpServletResponse response) {
    if (request.getDispatcherType() == DispatcherType.ASYNC) {
      throw new IllegalStateException("expected by a test");
    }
    AsyncContext context = request.startAsync(request, response);
    if (request.getPathInfo().equals("/refused-later")) {
      context.addListener(new Refusal());
    }
    context.dispatch();
  }

  /** Answers to what has failed. */
  private static final class Refusal implements AsyncListener {

    @Override
    public void onError(AsyncEvent event) throws IOException {
      HttpServletResponse response = (HttpServletResponse) event.getSuppliedResponse();
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      response.getOutputStream().print("sorry");
      event.getAsyncContext().complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onTimeout(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
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
