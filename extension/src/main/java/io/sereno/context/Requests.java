package io.sereno.context;

import io.sereno.figures.Failures;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;

/**
 * Gives each request its context: {@link ContextListener} opens it, before the container looks at
 * credentials, and {@link ContextFilter} follows the request through the application.
 */
public final class Requests {

  private static final String ATTRIBUTE = "io.sereno.context";
  private static final int LONGEST_PATH = 2_000;

  private final ClientAddress clients;
  private final RequestObserver observer;
  private final boolean countsBytes;
  private final Failures failures;

  public Requests(ContextSettings settings, List<RequestObserver> observers, Failures failures) {
    this.clients = new ClientAddress(settings.trustedProxies());
    this.observer = RequestObserver.composite(observers, failures);
    this.countsBytes = observer.countsBytes();
    this.failures = failures;
  }

  boolean countsBytes() {
    return countsBytes;
  }

  Map<String, Object> note(HttpServletRequest request) {
    return observer.note(request);
  }

  /** The context of a request: the same one through all of its dispatches and threads. */
  OpenContext contextOf(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof OpenContext open) {
      return open;
    }
    TraceParent continued = TraceParent.continued(request.getHeader(TraceParent.HEADER));
    TraceParent trace = continued == null ? TraceParent.started() : continued;
    Context context =
        new Context(
            RequestIds.acceptOrCreate(request.getHeader(RequestIds.HEADER)),
            trace.traceId(),
            trace.spanId(),
            null,
            clients.of(request),
            request.getMethod(),
            path(request.getRequestURI()),
            null,
            trace.sampled());
    boolean traceMayChange = continued == null && OnThread.takesOtherTraces();
    OpenContext open = new OpenContext(context, request::getUserPrincipal, traceMayChange);
    request.setAttribute(ATTRIBUTE, open);
    return open;
  }

  /**
   * Without path parameters, where a session id may stand, percent-decoded, and of a bearable
   * length: what is too long loses its last parts whole, for half a secret is not known for one.
   */
  private static String path(String uri) {
    String path = PercentDecoding.of(uri.indexOf(';') < 0 ? uri : uri.replaceAll(";[^/]*", ""));
    return path.length() <= LONGEST_PATH
        ? path
        : path.substring(0, path.lastIndexOf('/', LONGEST_PATH) + 1);
  }

  /** The container has done with the request. */
  void forget(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof OpenContext open) {
      if (!open.isFollowed()) {
        observer.refused(open.atEnd().withRoute(Routes.UNMATCHED));
      }
      open.detach();
      open.end();
    }
  }

  /** Something of ours went wrong; the request goes on. */
  void failed(String doing, Throwable cause) {
    failures.survive("context", doing, cause);
  }

  /** Tells the observers that one is about to begin; their failures stay here. */
  void begun(Context context) {
    observer.begun(context);
  }

  /** Tells the observers; their failures stay here. */
  void ended(EndedRequest request) {
    observer.ended(request);
  }
}
