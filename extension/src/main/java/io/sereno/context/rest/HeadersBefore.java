package io.sereno.context.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/**
 * Remembers, before any other filter, whether the application itself has set {@code traceparent}: a
 * server's own tracer may set it later, for a trace that it makes up.
 */
@ConstrainedTo(RuntimeType.CLIENT)
@Priority(Integer.MIN_VALUE)
public final class HeadersBefore implements ClientRequestFilter {

  static final String UNSET = "io.sereno.traceparent.unset";

  @Override
  public void filter(ClientRequestContext call) {
    call.setProperty(UNSET, !call.getHeaders().containsKey(ContextHeaders.TRACEPARENT));
  }
}
