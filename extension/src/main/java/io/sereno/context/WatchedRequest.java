package io.sereno.context;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is counted while it is read, and that tells when the application begins
 * asynchronous work. All else is left to the container.
 */
final class WatchedRequest extends HttpServletRequestWrapper {

  private static final String ATTRIBUTE = "io.sereno.request";

  private static final Pattern FORM =
      Pattern.compile(
          "\\s*(application/x-www-form-urlencoded|multipart/form-data)", Pattern.CASE_INSENSITIVE);

  private final ReadBytes read;
  private final Consumer<AsyncContext> goesOn;
  private @Nullable ServletInputStream stream;

  private WatchedRequest(
      HttpServletRequest request, ReadBytes read, Consumer<AsyncContext> goesOn) {
    super(request);
    this.read = read;
    this.goesOn = goesOn;
  }

  /** The request, counted by one and the same count through all its dispatches. */
  static WatchedRequest of(HttpServletRequest request, Consumer<AsyncContext> goesOn) {
    WatchedRequest first =
        request.getAttribute(ATTRIBUTE) instanceof WatchedRequest known ? known : null;
    if (first != null && (request == first || isAround(request))) {
      return first;
    }
    WatchedRequest watched =
        new WatchedRequest(request, first == null ? new ReadBytes() : first.read, goesOn);
    request.setAttribute(ATTRIBUTE, watched);
    return watched;
  }

  private static boolean isAround(HttpServletRequest request) {
    return request instanceof HttpServletRequestWrapper wrapper
        && wrapper.isWrapperFor(WatchedRequest.class);
  }

  /** Whether this request has come as far as the application. */
  static boolean hasSeen(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) != null;
  }

  /** How much of the body has been read. */
  long bytes() {
    return read.bytes();
  }

  @Override
  public AsyncContext startAsync() {
    AsyncContext asynchronous = super.startAsync();
    goesOn.accept(asynchronous);
    return asynchronous;
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
    AsyncContext asynchronous = super.startAsync(request, response);
    goesOn.accept(asynchronous);
    return asynchronous;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    ServletInputStream known = stream;
    if (known == null) {
      known = new CountedInput(super.getInputStream(), read);
      stream = known;
    }
    return known;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    read.leaveToContainer(getContentLengthLong());
    return super.getReader();
  }

  @Override
  public @Nullable String getParameter(String name) {
    leaveToContainer();
    return super.getParameter(name);
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    leaveToContainer();
    return super.getParameterMap();
  }

  @Override
  public Enumeration<String> getParameterNames() {
    leaveToContainer();
    return super.getParameterNames();
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    leaveToContainer();
    return super.getParameterValues(name);
  }

  @Override
  public Collection<Part> getParts() throws IOException, ServletException {
    leaveToContainer();
    return super.getParts();
  }

  @Override
  public @Nullable Part getPart(String name) throws IOException, ServletException {
    leaveToContainer();
    return super.getPart(name);
  }

  /** Of other types than forms it reads nothing, and whoever does will be counted. */
  private void leaveToContainer() {
    String type = getContentType();
    if (type != null && FORM.matcher(type).lookingAt()) {
      read.leaveToContainer(getContentLengthLong());
    }
  }
}
