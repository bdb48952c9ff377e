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
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
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
    return new BufferedReader(new WholeReader(super.getReader()));
  }

  @Override
  public @Nullable String getParameter(String name) {
    @Nullable String found = super.getParameter(name);
    leaveToContainer();
    return found;
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    Map<String, String[]> found = super.getParameterMap();
    leaveToContainer();
    return found;
  }

  @Override
  public Enumeration<String> getParameterNames() {
    Enumeration<String> found = super.getParameterNames();
    leaveToContainer();
    return found;
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    String @Nullable [] found = super.getParameterValues(name);
    leaveToContainer();
    return found;
  }

  @Override
  public Collection<Part> getParts() throws IOException, ServletException {
    Collection<Part> found = super.getParts();
    leaveToContainer();
    return found;
  }

  @Override
  public @Nullable Part getPart(String name) throws IOException, ServletException {
    @Nullable Part found = super.getPart(name);
    leaveToContainer();
    return found;
  }

  /**
   * Of other types than forms it reads nothing, and whoever does will be counted. What is announced
   * counts only once something has come of it: nobody else knows whether it was sent.
   */
  private void leaveToContainer() {
    String type = getContentType();
    if (type != null
        && FORM.matcher(type).lookingAt()
        && super.getParameterNames().hasMoreElements()) {
      read.leaveToContainer(getContentLengthLong());
    }
  }

  /** Characters are not bytes: the body is as long as announced once it was read to its end. */
  private final class WholeReader extends FilterReader {

    WholeReader(Reader characters) {
      super(characters);
    }

    @Override
    public int read(char[] characters, int from, int length) throws IOException {
      int count = super.read(characters, from, length);
      if (count < 0) {
        read.leaveToContainer(getContentLengthLong());
      }
      return count;
    }
  }
}
