package io.sereno.context;

import io.sereno.figures.Failures;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/**
 * Gives each request its context: {@link ContextListener} opens it, before the container looks at
 * credentials, and {@link ContextFilter} follows the request through the application.
 */
public final class Requests {

  private static final String ATTRIBUTE = "io.sereno.context";

  private final ClientAddress clients;
  private final RequestObserver observer;
  private final Failures failures;

  public Requests(ContextSettings settings, List<RequestObserver> observers, Failures failures) {
    this.clients = new ClientAddress(settings.trustedProxies());
    this.observer = RequestObserver.composite(observers);
    this.failures = failures;
  }

  /** The context of a request: the same one through all of its dispatches and threads. */
  OpenContext contextOf(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof OpenContext open) {
      return open;
    }
    TraceParent trace = TraceParent.continueOrStart(request.getHeader(TraceParent.HEADER));
    Context context =
        new Context(
            RequestIds.acceptOrCreate(request.getHeader(RequestIds.HEADER)),
            trace.traceId(),
            trace.spanId(),
            null,
            clients.of(request),
            request.getMethod(),
            request.getRequestURI(),
            null);
    OpenContext open = new OpenContext(context, request::getUserPrincipal);
    request.setAttribute(ATTRIBUTE, open);
    return open;
  }

  /** Tells the observers; their failures stay here. */
  void ended(EndedRequest request) {
    try {
      observer.ended(request);
    } catch (RuntimeException e) {
      failures.report("context", "noting the end of a request", e);
    }
  }
}
