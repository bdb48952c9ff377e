package io.sereno.context;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One request on its way through the application, measured until it is answered. */
final class RequestInFlight implements AsyncListener {

  private final Requests requests;
  private final OpenContext open;
  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final DispatcherType dispatch;
  private final String mapping;
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
    this.dispatch = request.getDispatcherType();
    this.mapping = Routes.mapping(request);
  }

  /** The filter chain has returned: the request has been answered, or goes on asynchronously. */
  void leftThread(@Nullable Throwable thrown) {
    failure = thrown;
    if (dispatch == DispatcherType.REQUEST && !(request.isAsyncStarted() && listens())) {
      end();
    }
    if (thrown == null) {
      open.detach();
    } // else the container tells of it on this thread, with this context, and the listener detaches
  }

  private boolean listens() {
    try {
      request.getAsyncContext().addListener(this);
      return true;
    } catch (IllegalStateException e) {
      return false; // another thread has completed it meanwhile
    }
  }

  @Override
  public void onComplete(AsyncEvent event) {
    end();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    // what the application or the container answers to it is seen in onComplete
  }

  @Override
  public void onError(AsyncEvent event) {
    failure = event.getThrowable();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    event.getAsyncContext().addListener(this); // starting again forgets listeners
  }

  private void end() {
    if (told.compareAndSet(false, true)) {
      long nanos = System.nanoTime() - start;
      Throwable thrown = failure;
      int status =
          thrown == null ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
      Context context = open.context();
      open.forgetCaller();
      String route =
          context.route() == null ? Routes.unlessUnknown(mapping, status) : context.route();
      requests.ended(new EndedRequest(context.withRoute(route), status, nanos, thrown));
    }
  }
}
