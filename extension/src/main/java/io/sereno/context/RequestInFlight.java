package io.sereno.context;

import static jakarta.servlet.http.HttpServletResponse.SC_INTERNAL_SERVER_ERROR;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
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
  private final HttpServletResponse response;
  private final @Nullable CountedResponse counted;
  private final HttpServletResponse answer;
  private final DispatcherType dispatch;
  private final String mapping;
  private final String resource;
  private final Map<String, Object> noted;
  private final long start = System.nanoTime();
  private final AtomicBoolean told = new AtomicBoolean();
  private volatile @Nullable Throwable failure;

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
    this.dispatch = request.getDispatcherType();
    this.mapping = Routes.mapping(request);
    this.resource = Routes.resource(request);
    this.noted = dispatch == DispatcherType.REQUEST ? requests.note(request) : Map.of();
  }

  /** What the application is to answer to. */
  HttpServletResponse answer() {
    return answer;
  }

  /** Counted once: a dispatch may bring the counted one back, in the application's own wrapper. */
  @SuppressWarnings("ReferenceEquality") // the very same response
  private static HttpServletResponse answer(
      HttpServletResponse response, @Nullable CountedResponse counted) {
    return counted != null && counted.getResponse() == response ? counted : response;
  }

  /** The filter chain has returned: the request has been answered, or goes on asynchronously. */
  void leftThread(@Nullable Throwable thrown) {
    failure = thrown;
    try {
      endUnlessAsynchronous(thrown);
    } finally {
      if (thrown == null) {
        open.detach();
      } // else the container tells of it on this thread, in this context: the listener detaches
    }
  }

  private void endUnlessAsynchronous(@Nullable Throwable thrown) {
    if (dispatch == DispatcherType.REQUEST && !(request.isAsyncStarted() && listens())) {
      end(thrown == null ? response.getStatus() : SC_INTERNAL_SERVER_ERROR);
    }
  }

  private boolean listens() {
    try {
      AsyncContext asynchronous = request.getAsyncContext();
      if (counted != null && asynchronous.hasOriginalRequestAndResponse()) {
        counted.passedBy();
      }
      asynchronous.addListener(this);
      return true;
    } catch (IllegalStateException e) {
      return false; // another thread has completed it meanwhile
    }
  }

  @Override
  public void onComplete(AsyncEvent event) {
    end(response.getStatus());
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
    String route =
        context.route() == null ? Routes.unlessUnknown(mapping, status) : context.route();
    StatementCount statements = open.statements();
    return new EndedRequest(
        context.withRoute(route),
        resource,
        status,
        nanos,
        bytes(),
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
