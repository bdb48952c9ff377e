package io.sereno.context;

import static jakarta.servlet.http.HttpServletResponse.SC_INTERNAL_SERVER_ERROR;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One request on its way through the application, measured until it is answered. */
final class RequestInFlight implements AsyncListener {

  private final Requests requests;
  private final OpenContext open;
  private final HttpServletRequest request;
  private final WatchedRequest watched;
  private final HttpServletRequest question;
  private final HttpServletResponse response;
  private final @Nullable CountedResponse counted;
  private final HttpServletResponse answer;
  private final boolean first;
  private final boolean refused;
  private final HttpServletMapping mapping;
  private final String contextPath;
  private final String resource;
  private final Map<String, Object> noted;
  private final long start = System.nanoTime();
  private final AtomicBoolean told = new AtomicBoolean();
  private volatile @Nullable Throwable failure;
  private volatile boolean goesOn;

  RequestInFlight(
      Requests requests,
      OpenContext open,
      HttpServletRequest request,
      HttpServletResponse response) {
    this.requests = requests;
    this.open = open;
    this.request = request;
    this.response = response;
    this.counted = requests.countsBytes() ? CountedResponse.of(request, response) : null;
    this.answer = answer(response, counted);
    this.refused = isRefused(request);
    this.mapping = request.getHttpServletMapping();
    this.contextPath = request.getServletContext().getContextPath();
    this.resource = Routes.resource(request);
    this.watched = WatchedRequest.of(request, this::goesOn);
    this.question = question(request, watched);
    this.first = open.follow();
    this.noted = first ? requests.note(request) : Map.of();
    if (first) {
      requests.begun(open.known());
    }
  }

  /** What the container refuses by itself comes here with the application's error page alone. */
  private static boolean isRefused(HttpServletRequest request) {
    return request.getDispatcherType() == DispatcherType.ERROR;
  }

  /** What the application is asked. */
  HttpServletRequest request() {
    return question;
  }

  /** What the application is to answer to. */
  HttpServletResponse answer() {
    return answer;
  }

  /** Watched once: a dispatch may bring the watched one back, in the application's own wrapper. */
  @SuppressWarnings("ReferenceEquality") // the very same request
  private static HttpServletRequest question(HttpServletRequest request, WatchedRequest watched) {
    return watched.getRequest() == request ? watched : request;
  }

  /** Counted once: a dispatch may bring the counted one back, in the application's own wrapper. */
  @SuppressWarnings("ReferenceEquality") // the very same response
  private static HttpServletResponse answer(
      HttpServletResponse response, @Nullable CountedResponse counted) {
    return counted != null && counted.getResponse() == response ? counted : response;
  }

  /** The filter chain has returned: the request has been answered, or goes on asynchronously. */
  void leftThread(@Nullable Throwable thrown) {
    failure = thrown == null ? failure : thrown;
    try {
      endUnlessAsynchronous(thrown);
    } finally {
      if (thrown == null || goesOn) {
        open.detach();
      } // else the container tells of it on this thread, in this context: the listener detaches
    }
  }

  private void endUnlessAsynchronous(@Nullable Throwable thrown) {
    if (first && !goesOn && !(request.isAsyncStarted() && listensTo(request.getAsyncContext()))) {
      end(thrown == null ? response.getStatus() : SC_INTERNAL_SERVER_ERROR);
    }
  }

  /**
   * The application has begun asynchronous work. It may give that back to the container before the
   * filter chain returns, and then the request says no longer that it goes on.
   */
  private void goesOn(AsyncContext asynchronous) {
    if (first) {
      goesOn = listensTo(asynchronous);
    }
  }

  private boolean listensTo(AsyncContext asynchronous) {
    try {
      if (counted != null && asynchronous.hasOriginalRequestAndResponse()) {
        counted.passedBy();
      }
      asynchronous.addListener(this);
      return true;
    } catch (IllegalStateException e) {
      return false; // another thread has completed it meanwhile
    }
  }

  /** On any thread, which has the request's context for as long as its end is told. */
  @Override
  @SuppressWarnings("try") // closed, and nothing else
  public void onComplete(AsyncEvent event) {
    try (ContextScope scope = open.attach()) {
      end(response.getStatus());
    }
    open.end();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    // what the application or the container answers to it is seen in onComplete
  }

  @Override
  public void onError(AsyncEvent event) {
    failure = event.getThrowable(); // what is answered to it is seen in onComplete
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    event.getAsyncContext().addListener(this); // starting again forgets listeners
  }

  private void end(int status) {
    if (told.compareAndSet(false, true)) {
      long nanos = System.nanoTime() - start;
      Context context = OnThread.atEnd(open);
      open.forgetCaller();
      requests.ended(ended(context, nanos, status));
    }
  }

  private EndedRequest ended(Context context, long nanos, int status) {
    String route = refused ? Routes.UNMATCHED : context.route();
    if (route == null) {
      route = Routes.of(contextPath, mapping, status);
    }
    StatementCount statements = open.statements();
    return new EndedRequest(
        context.withRoute(route),
        resource,
        status,
        nanos,
        bytes(),
        watched.bytes(),
        statements.count(),
        statements.nanos(),
        failure,
        noted);
  }

  /** To an exception the container answers by itself, unless the application has. */
  private long bytes() {
    if (counted == null) {
      return EndedRequest.UNKNOWN;
    }
    long bytes = counted.bytes(String.valueOf(open.known().method()));
    return failure != null && bytes == 0 ? EndedRequest.UNKNOWN : bytes;
  }
}
