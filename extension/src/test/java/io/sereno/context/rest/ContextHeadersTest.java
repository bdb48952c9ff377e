package io.sereno.context.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.sereno.context.Context;
import io.sereno.context.ContextScope;
import io.sereno.context.ContextSettings;
import io.sereno.context.Propagation;
import io.sereno.figures.Figures;
import io.sereno.settings.TestSettings;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContextHeadersTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String OTHER_TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private final MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
  private final Map<String, Object> properties = new HashMap<>();
  private final Context context = Context.received("00-" + TRACE + "-b7ad6b7169203331-01", "r1");

  @AfterEach
  void stop() {
    Propagation.stop();
  }

  @Test
  void tellsTheContext() {
    send(() -> {});

    assertThat(headers)
        .isEqualTo(
            Map.of(
                "traceparent", List.of(context.traceparent()),
                "X-Request-ID", List.of("r1")));
  }

  @Test
  void whatTheApplicationHasSetStays() {
    headers.putSingle("traceparent", theirs(OTHER_TRACE));
    headers.putSingle("tracestate", "vendor=1");
    headers.putSingle("X-Request-ID", "own");
    Map<String, List<Object>> before = Map.copyOf(headers);

    send(() -> {});
    assertThat(headers).isEqualTo(before);
  }

  @Test
  void theStateOfAnotherTraceGoesWithIt() {
    send(
        () -> {
          headers.put("traceparent", List.of(theirs(OTHER_TRACE))); // as RESTEasy's does
          headers.putSingle("tracestate", "vendor=1");
        });

    assertThat(headers)
        .containsEntry("traceparent", List.of(context.traceparent()))
        .doesNotContainKey("tracestate");
  }

  @Test
  void theStateOfTheSameTraceStays() {
    send(
        () -> {
          headers.putSingle("traceparent", theirs(TRACE));
          headers.putSingle("tracestate", "vendor=1");
        });

    assertThat(headers)
        .containsEntry("traceparent", List.of(theirs(TRACE)))
        .containsEntry("tracestate", List.of("vendor=1"));
  }

  @Test
  void hostsThatAreNotToBeToldGetNothing() {
    Propagation.start(
        ContextSettings.read(TestSettings.of(Map.of("sereno.context.propagate", "*.acme.org"))),
        name -> false,
        new Figures().failures());
    send(() -> {});

    assertThat(headers).isEmpty();
  }

  @Test
  void theCallGoesOnWhenItCannotBeTold() {
    properties.put("fail", true);
    send(() -> {});

    assertThat(headers).isEmpty();
  }

  private static String theirs(String trace) {
    return "00-" + trace + "-00f067aa0ba902b7-01";
  }

  /** As a client does whose own tracer stands between our filters. */
  private void send(Runnable tracer) {
    ClientRequestContext call = call();
    try (ContextScope scope = context.open()) {
      assertThat(scope).isNotNull();
      new HeadersBefore().filter(call);
      tracer.run();
      new ContextHeaders().filter(call);
    }
  }

  private ClientRequestContext call() {
    return (ClientRequestContext)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ClientRequestContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getHeaders" -> headers;
                  case "getHeaderString" -> headers.getFirst((String) arguments[0]);
                  case "getProperty" -> properties.get(arguments[0]);
                  case "setProperty" -> properties.put((String) arguments[0], arguments[1]);
                  case "getUri" -> {
                    if (properties.containsKey("fail")) {
                      throw new IllegalStateException("expected by a test");
                    }
                    yield URI.create("https://api.acme.com/x");
                  }
                  default -> throw new IllegalStateException("not told: " + method);
                });
  }
}
