package io.sereno.context;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** Asynchronous work of a request that goes as a test wants. */
final class InMemoryAsync {

  private final List<AsyncListener> listeners = new ArrayList<>();

  AsyncContext get() {
    return (AsyncContext)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {AsyncContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "addListener" -> listeners.add((AsyncListener) arguments[0]) ? null : proxy;
                  case "hasOriginalRequestAndResponse" -> false;
                  case "getRequest", "getResponse" -> null;
                  default -> throw new IllegalStateException("not told: " + method);
                });
  }

  void fail(Throwable failure) throws IOException {
    for (AsyncListener listener : listeners) {
      listener.onError(new AsyncEvent(get(), failure));
    }
  }

  void complete() throws IOException {
    for (AsyncListener listener : listeners) {
      listener.onComplete(new AsyncEvent(get()));
    }
  }
}
