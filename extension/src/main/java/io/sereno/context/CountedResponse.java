package io.sereno.context;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * A response whose body is counted while it is written. All else is left to the container, which
 * may also write past this: files, error pages, and what is asked of the response that it has
 * itself.
 */
final class CountedResponse extends HttpServletResponseWrapper {

  private static final String ATTRIBUTE = "io.sereno.response";
  private static final String CONTENT_LENGTH = "Content-Length";

  private final BodySize size;
  private long announced = EndedRequest.UNKNOWN;
  private @Nullable ServletOutputStream stream;
  private @Nullable PrintWriter writer;

  CountedResponse(HttpServletResponse response, BodySize size) {
    super(response);
    this.size = size;
  }

  /** The response of a request, counted by one and the same count through all its dispatches. */
  static CountedResponse of(HttpServletRequest request, HttpServletResponse response) {
    CountedResponse first =
        request.getAttribute(ATTRIBUTE) instanceof CountedResponse known ? known : null;
    if (first != null && (response == first || isAround(response))) {
      return first;
    }
    CountedResponse counted =
        new CountedResponse(response, first == null ? new BodySize() : first.size);
    counted.size.find();
    request.setAttribute(ATTRIBUTE, counted);
    return counted;
  }

  private static boolean isAround(HttpServletResponse response) {
    return response instanceof HttpServletResponseWrapper wrapper
        && wrapper.isWrapperFor(CountedResponse.class);
  }

  /** The answer goes on in asynchronous work that has not got this response. */
  void passedBy() {
    size.lose();
  }

  /** How long the body has become. */
  long bytes(String method) {
    if (method.equals("HEAD") || getStatus() == SC_NO_CONTENT || getStatus() == SC_NOT_MODIFIED) {
      return 0;
    }
    long counted = size.bytes();
    return counted <= 0 && announced >= 0 ? announced : counted;
  }

  @Override
  public void sendError(int status) throws IOException {
    leaveToContainer();
    super.sendError(status);
  }

  @Override
  public void sendError(int status, String message) throws IOException {
    leaveToContainer();
    super.sendError(status, message);
  }

  @Override
  public void sendRedirect(String location) throws IOException {
    leaveToContainer();
    super.sendRedirect(location);
  }

  /** Told before, for the container may come back with an error page at once. */
  private void leaveToContainer() {
    if (!isCommitted()) { // else it refuses
      size.leaveToContainer();
      announced = EndedRequest.UNKNOWN;
    }
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    ServletOutputStream known = stream;
    if (known == null) {
      known = new CountedStream(super.getOutputStream(), size);
      stream = known;
    }
    return known;
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    PrintWriter known = writer;
    if (known == null) {
      PrintWriter target = super.getWriter(); // which settles the character set
      known = new CountedWriter(target, size, BodySize.charset(getCharacterEncoding()));
      writer = known;
    }
    return known;
  }

  @Override
  public void setContentLength(int length) {
    super.setContentLength(length);
    announced = length;
  }

  @Override
  public void setContentLengthLong(long length) {
    super.setContentLengthLong(length);
    announced = length;
  }

  @Override
  public void setHeader(String name, String value) {
    super.setHeader(name, value);
    announce(name, value);
  }

  @Override
  public void addHeader(String name, String value) {
    super.addHeader(name, value);
    announce(name, value);
  }

  @Override
  public void setIntHeader(String name, int value) {
    super.setIntHeader(name, value);
    announce(name, String.valueOf(value));
  }

  @Override
  public void addIntHeader(String name, int value) {
    super.addIntHeader(name, value);
    announce(name, String.valueOf(value));
  }

  private void announce(String name, @Nullable String value) {
    if (CONTENT_LENGTH.equalsIgnoreCase(name) && value != null && value.matches("\\d{1,18}")) {
      announced = Long.parseLong(value);
    }
  }

  @Override
  public void reset() {
    super.reset();
    size.clear();
    announced = EndedRequest.UNKNOWN;
    stream = null;
    writer = null;
  }

  @Override
  public void resetBuffer() {
    super.resetBuffer();
    size.clear();
  }
}
