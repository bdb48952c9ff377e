package io.sereno.context;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Follows a request through the application: its context is on the thread while the application has
 * it, its id is in the response, and its end is told once, asynchronous work included.
 *
 * <p>Registered before the application's filters for the dispatches REQUEST, ASYNC and ERROR.
 */
public final class ContextFilter implements Filter {

  private final Requests requests;

  public ContextFilter(Requests requests) {
    this.requests = requests;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest http
        && response instanceof HttpServletResponse answer) {
      OpenContext open = requests.contextOf(http);
      open.attach();
      nameRequest(answer, open);
      if (http.getDispatcherType() == DispatcherType.REQUEST) {
        measure(new RequestInFlight(requests, open, http, answer), chain);
      } else {
        pass(open, http, answer, chain);
      }
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void nameRequest(HttpServletResponse response, OpenContext open) {
    if (!response.isCommitted()) {
      response.setHeader(RequestIds.HEADER, open.context().requestId());
    }
  }

  private static void measure(RequestInFlight flight, FilterChain chain)
      throws IOException, ServletException {
    @Nullable Throwable failure = null;
    try {
      chain.doFilter(flight.request(), flight.response());
    } catch (IOException | ServletException | RuntimeException | Error e) {
      failure = e;
      throw e;
    } finally {
      flight.leftThread(failure);
    }
  }

  /** A later dispatch of a request that is already measured. */
  private static void pass(
      OpenContext open, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, response);
    } finally {
      if (request.getDispatcherType() == DispatcherType.ASYNC) {
        open.detach(); // this thread is not the one that the listener will clear
      }
    }
  }
}
