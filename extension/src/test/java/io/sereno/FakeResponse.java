package io.sereno;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A response that remembers what was put into it. */
public final class FakeResponse {

  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int status = 200;
  private boolean committed;

  public int status() {
    return status;
  }

  /** From now on nothing of its head can change. */
  public void commit() {
    committed = true;
  }

  public List<String> headers(String name) {
    return headers.getOrDefault(name, List.of());
  }

  public byte[] bytes() {
    return body.toByteArray();
  }

  public String body() {
    return body.toString(StandardCharsets.UTF_8);
  }

  public HttpServletResponse get() {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, method, arguments) -> answer(method.getName(), arguments));
  }

  private @Nullable Object answer(String method, Object[] arguments) {
    switch (method) {
      case "setStatus" -> status = (int) arguments[0];
      case "setHeader" ->
          headers.put((String) arguments[0], new ArrayList<>(List.of((String) arguments[1])));
      case "addHeader" ->
          headers
              .computeIfAbsent((String) arguments[0], name -> new ArrayList<>())
              .add((String) arguments[1]);
      case "setContentType" -> headers.put("Content-Type", List.of((String) arguments[0]));
      case "setContentLength", "setContentLengthLong", "resetBuffer" -> {}
      case "sendError" -> {
        if (committed) {
          throw new IllegalStateException("committed");
        }
        status = (int) arguments[0];
      }
      case "getCharacterEncoding" -> {
        return "UTF-8";
      }
      case "getWriter" -> {
        return new BodyWriter(body);
      }
      case "getStatus" -> {
        return status;
      }
      case "isCommitted" -> {
        return committed;
      }
      case "getOutputStream" -> {
        return new Body();
      }
      default -> throw new IllegalStateException("not told: " + method);
    }
    return null;
  }

  private final class Body extends ServletOutputStream {

    @Override
    public void write(int b) {
      body.write(b);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new IllegalStateException("not told: setWriteListener");
    }
  }

  /** Holds nothing back. */
  private static final class BodyWriter extends PrintWriter {

    BodyWriter(OutputStream body) {
      super(body, true, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int c) {
      super.write(c);
      flush();
    }

    @Override
    public void write(char[] text, int start, int length) {
      super.write(text, start, length);
      flush();
    }

    @Override
    public void write(String text, int start, int length) {
      super.write(text, start, length);
      flush();
    }

    @Override
    public void println() {
      write(System.lineSeparator());
    }
  }
}
