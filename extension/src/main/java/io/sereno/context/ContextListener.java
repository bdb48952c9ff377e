package io.sereno.context;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Opens a request's context before anything else happens to it, so that a line about a refused
 * login carries it too, and closes it when the container has done with the request.
 */
public final class ContextListener implements ServletRequestListener {

  private final Requests requests;

  public ContextListener(Requests requests) {
    this.requests = requests;
  }

  @Override
  public void requestInitialized(ServletRequestEvent event) {
    if (event.getServletRequest() instanceof HttpServletRequest request) {
      try {
        requests.contextOf(request).attach();
      } catch (Throwable e) {
        requests.failed("opening the context of a request", e);
      }
    }
  }

  @Override
  public void requestDestroyed(ServletRequestEvent event) {
    if (event.getServletRequest() instanceof HttpServletRequest request) {
      try {
        requests.forget(request);
      } catch (Throwable e) {
        requests.failed("closing the context of a request", e);
      }
    }
  }
}
