package io.sereno.context;

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
    RequestInFlight flight = begin(request, response);
    if (flight == null) {
      chain.doFilter(request, response);
      return;
    }
    @Nullable Throwable failure = null;
    try {
      chain.doFilter(flight.request(), flight.answer());
    } catch (IOException | ServletException | RuntimeException | Error e) {
      failure = e;
      throw e;
    } finally {
      end(flight, failure);
    }
  }

  /** Null for what is no HTTP, and when something of ours fails: the request goes on without us. */
  private @Nullable RequestInFlight begin(ServletRequest request, ServletResponse response) {
    if (!(request instanceof HttpServletRequest http)
        || !(response instanceof HttpServletResponse answer)) {
      return null;
    }
    @Nullable RequestInFlight flight = null;
    try {
      OpenContext open = requests.contextOf(http);
      flight = new RequestInFlight(requests, open, http, answer);
      open.attach();
      nameRequest(answer, open.context());
    } catch (Throwable e) {
      requests.failed("opening the context of a request", e);
    }
    return flight;
  }

  private static void nameRequest(HttpServletResponse response, Context context) {
    if (!response.isCommitted()) {
      response.setHeader(RequestIds.HEADER, context.requestId());
    }
  }

  private void end(RequestInFlight flight, @Nullable Throwable failure) {
    try {
      flight.leftThread(failure);
    } catch (Throwable e) {
      requests.failed("closing the context of a request", e);
    }
  }
}
