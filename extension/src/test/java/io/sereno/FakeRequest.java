package io.sereno;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.MappingMatch;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A request that knows as much as a test tells it, and refuses what it was not told. */
public final class FakeRequest {

  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, Object> attributes = new HashMap<>();
  private final Map<String, @Nullable Object> answers = new LinkedHashMap<>();
  private Set<String> roles = Set.of();

  public FakeRequest(String method, String path) {
    answers.put("getMethod", method);
    answers.put("getRequestURI", path);
    answers.put("getContextPath", "/app");
    answers.put("getServletContext", deployedAt("/app"));
    answers.put("getServletPath", path.startsWith("/app") ? path.substring(4) : path);
    answers.put("getPathInfo", null);
    answers.put("getParameterValues", null);
    answers.put("getParameter", null);
    answers.put("getRemoteAddr", "127.0.0.1");
    answers.put("getUserPrincipal", null);
    answers.put("getDispatcherType", DispatcherType.REQUEST);
    answers.put("isAsyncStarted", false);
    mapping("/", MappingMatch.DEFAULT);
  }

  private static ServletContext deployedAt(String contextPath) {
    return (ServletContext)
        Proxy.newProxyInstance(
            FakeRequest.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("getContextPath")) {
                throw new IllegalStateException("not told: " + method);
              }
              return contextPath;
            });
  }

  public FakeRequest header(String name, String... values) {
    headers.put(name, List.of(values));
    return this;
  }

  public FakeRequest from(String address) {
    answers.put("getRemoteAddr", address);
    return this;
  }

  public FakeRequest user(String name, String... inRoles) {
    answers.put("getUserPrincipal", (Principal) () -> name);
    roles = Set.of(inRoles);
    return this;
  }

  /** A user who comes and goes. */
  public FakeRequest user(Supplier<@Nullable Principal> user) {
    answers.put("getUserPrincipal", user);
    return this;
  }

  public FakeRequest attribute(String name, Object value) {
    attributes.put(name, value);
    return this;
  }

  public FakeRequest dispatch(DispatcherType type) {
    answers.put("getDispatcherType", type);
    return this;
  }

  /** One that goes on asynchronously. */
  public FakeRequest asynchronous(AsyncContext context) {
    answers.put("isAsyncStarted", true);
    answers.put("getAsyncContext", context);
    return this;
  }

  /** One that goes on asynchronously, but has been given back to the container at once. */
  public FakeRequest dispatched(AsyncContext context) {
    answers.put("startAsync", context);
    return this;
  }

  public FakeRequest query(String query) {
    answers.put("getQueryString", query);
    return this;
  }

  /** A parameter, which is the only one. */
  public FakeRequest parameter(String... values) {
    answers.put("getParameterValues", values);
    return this;
  }

  public FakeRequest pathInfo(@Nullable String pathInfo) {
    answers.put("getPathInfo", pathInfo);
    return this;
  }

  public FakeRequest body(@Nullable String type, String text) {
    ByteArrayInputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    answers.put("getContentType", type);
    Supplier<Object> names = () -> Collections.enumeration(List.of("name"));
    answers.put("getParameterNames", names);
    answers.put("getContentLengthLong", (long) text.getBytes(StandardCharsets.UTF_8).length);
    answers.put(
        "getInputStream",
        new ServletInputStream() {
          @Override
          public boolean isFinished() {
            return bytes.available() == 0;
          }

          @Override
          public boolean isReady() {
            return true;
          }

          @Override
          public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("not told");
          }

          @Override
          public int read() {
            return bytes.read();
          }

          @Override
          public int read(byte[] chunk, int from, int length) {
            return bytes.read(chunk, from, length);
          }
        });
    return this;
  }

  public FakeRequest mapping(String pattern, MappingMatch match) {
    answers.put(
        "getHttpServletMapping",
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletMapping.class},
            (proxy, method, arguments) -> method.getName().equals("getPattern") ? pattern : match));
    return this;
  }

  public HttpServletRequest get() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> answer(method.getName(), arguments));
  }

  private @Nullable Object answer(String method, Object[] arguments) {
    return switch (method) {
      case "getHeader" ->
          headers.getOrDefault(arguments[0], List.of()).stream().findFirst().orElse(null);
      case "getHeaders" -> Collections.enumeration(headers.getOrDefault(arguments[0], List.of()));
      case "getAttribute" -> attributes.get(arguments[0]);
      case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
      case "isUserInRole" -> roles.contains(arguments[0]);
      default -> {
        if (!answers.containsKey(method)) {
          throw new IllegalStateException("not told: " + method);
        }
        Object answer = answers.get(method);
        yield answer instanceof Supplier<?> asked ? asked.get() : answer;
      }
    };
  }
}
