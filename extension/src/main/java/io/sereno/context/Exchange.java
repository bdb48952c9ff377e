package io.sereno.context;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A request and its response as the application gets them, so that what it reads and writes is
 * counted: once each, for a dispatch may bring back what we made of them before, in the
 * application's own wrapper.
 */
final class Exchange {

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final WatchedRequest watched;
  private final @Nullable CountedResponse counted;

  /**
   * Of what has come through the filter chain.
   *
   * @param goesOn is told when the application begins asynchronous work
   */
  Exchange(
      HttpServletRequest request,
      HttpServletResponse response,
      boolean countsBytes,
      Consumer<AsyncContext> goesOn) {
    this.request = request;
    this.response = response;
    this.counted = countsBytes ? CountedResponse.of(request, response) : null;
    this.watched = WatchedRequest.of(request, goesOn);
  }

  /** What the application is asked. */
  @SuppressWarnings("ReferenceEquality") // the very same request
  HttpServletRequest question() {
    return watched.getRequest() == request ? watched : request;
  }

  /** What the application is to answer to. */
  @SuppressWarnings("ReferenceEquality") // the very same response
  HttpServletResponse answer() {
    return counted != null && counted.getResponse() == response ? counted : response;
  }

  /** The application goes on asynchronously, maybe with what came from the container. */
  void goesOn(AsyncContext asynchronous) {
    if (counted != null && asynchronous.hasOriginalRequestAndResponse()) {
      counted.passedBy();
    }
  }

  int status() {
    return response.getStatus();
  }

  /** How much of the request's body has been read. */
  long received() {
    return watched.bytes();
  }

  /**
   * How much has been answered. To an exception the container answers by itself, unless the
   * application has.
   */
  long sent(String method, boolean failed) {
    if (counted == null) {
      return EndedRequest.UNKNOWN;
    }
    long bytes = counted.bytes(method);
    return failed && bytes == 0 ? EndedRequest.UNKNOWN : bytes;
  }
}
