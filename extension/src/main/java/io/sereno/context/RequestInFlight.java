package io.sereno.context;

import static jakarta.servlet.http.HttpServletResponse.SC_INTERNAL_SERVER_ERROR;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through the application, followed until it is answered, be that on another
 * thread.
 */
final class RequestInFlight implements AsyncListener {

  private final Requests requests;
  private final OpenContext open;
  private final HttpServletRequest request;
  private final Exchange exchange;
  private final Destination destination;
  private final boolean first;
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
    this.exchange = new Exchange(request, response, requests.countsBytes(), this::goesOn);
    this.destination = Destination.of(request);
    this.first = open.follow();
    this.noted = first ? requests.note(request) : Map.of();
    if (first) {
      requests.begun(open.known());
    }
  }

  /** What the application is asked. */
  HttpServletRequest request() {
    return exchange.question();
  }

  /** What the application is to answer to. */
  HttpServletResponse answer() {
    return exchange.answer();
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
      end(thrown == null ? exchange.status() : SC_INTERNAL_SERVER_ERROR);
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
      exchange.goesOn(asynchronous);
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
      end(exchange.status());
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
    StatementCount statements = open.statements();
    return new EndedRequest(
        context.withRoute(destination.route(context, status)),
        destination.resource(),
        status,
        nanos,
        exchange.sent(String.valueOf(open.known().method()), failure != null),
        exchange.received(),
        statements.count(),
        statements.nanos(),
        failure,
        noted);
  }
}
