package io.sereno.context.rest;

import io.sereno.context.Context;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Sends the context along with calls to other services, as {@code traceparent} and {@code
 * X-Request-ID}. What the application, or another tracer, has put there stays.
 */
@ConstrainedTo(RuntimeType.CLIENT)
public final class ContextHeaders implements ClientRequestFilter {

  private static final String TRACEPARENT = "traceparent";
  private static final String REQUEST_ID = "X-Request-ID";

  @Override
  public void filter(ClientRequestContext call) {
    Context context = Context.current();
    add(call, TRACEPARENT, context.traceparent());
    add(call, REQUEST_ID, context.requestId());
  }

  private static void add(ClientRequestContext call, String name, @Nullable String value) {
    if (value != null && !call.getHeaders().containsKey(name)) {
      call.getHeaders().putSingle(name, value);
    }
  }
}
