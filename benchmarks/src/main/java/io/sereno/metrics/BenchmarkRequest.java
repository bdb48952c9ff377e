package io.sereno.metrics;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.servlet.http.MappingMatch;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A GET as a server would bring it, but at next to no cost. */
final class BenchmarkRequest extends HttpServletRequestWrapper {

  private static final HttpServletRequest NOTHING = nothing(HttpServletRequest.class);
  private static final HttpServletMapping MAPPING = new Mapping();
  private static final ServletContext CONTEXT = nothing(ServletContext.class);

  private final Map<String, Object> attributes = new HashMap<>();

  BenchmarkRequest() {
    super(NOTHING);
  }

  /** Whatever is asked of it, it says where it is deployed. */
  private static <T> T nothing(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            BenchmarkRequest.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> "/app"));
  }

  @Override
  public String getMethod() {
    return "GET";
  }

  @Override
  public String getRequestURI() {
    return "/app/api/invoices/42";
  }

  @Override
  public String getServletPath() {
    return "/api";
  }

  @Override
  public String getPathInfo() {
    return "/invoices/42";
  }

  @Override
  public @Nullable String getHeader(String name) {
    return null;
  }

  @Override
  public String getRemoteAddr() {
    return "192.0.2.7";
  }

  @Override
  public @Nullable Principal getUserPrincipal() {
    return null;
  }

  @Override
  public DispatcherType getDispatcherType() {
    return DispatcherType.REQUEST;
  }

  @Override
  public boolean isAsyncStarted() {
    return false;
  }

  @Override
  public ServletContext getServletContext() {
    return CONTEXT;
  }

  @Override
  public HttpServletMapping getHttpServletMapping() {
    return MAPPING;
  }

  @Override
  public @Nullable Object getAttribute(String name) {
    return attributes.get(name);
  }

  @Override
  public void setAttribute(String name, Object value) {
    attributes.put(name, value);
  }

  private static final class Mapping implements HttpServletMapping {

    @Override
    public String getMatchValue() {
      return "invoices/42";
    }

    @Override
    public String getPattern() {
      return "/api/*";
    }

    @Override
    public String getServletName() {
      return "api";
    }

    @Override
    public MappingMatch getMappingMatch() {
      return MappingMatch.PATH;
    }
  }

  /** An answer that nobody reads. */
  static final class Answer extends HttpServletResponseWrapper {

    private static final HttpServletResponse NOWHERE = nothing(HttpServletResponse.class);

    Answer() {
      super(NOWHERE);
    }

    @Override
    public int getStatus() {
      return SC_OK;
    }

    @Override
    public boolean isCommitted() {
      return false;
    }

    @Override
    public void setHeader(String name, String value) {
      // nobody reads it
    }
  }
}
