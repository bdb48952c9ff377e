package io.sereno.context.rest;

import io.sereno.context.Context;
import io.sereno.context.Propagation;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends the context along with calls to other services, as {@code traceparent} and {@code
 * X-Request-ID}, after all other filters. What the application has put there stays, and so does
 * what another tracer has put there for the same trace. Hosts that are not to be told get nothing
 * of ours.
 */
@ConstrainedTo(RuntimeType.CLIENT)
@Priority(Integer.MAX_VALUE)
public final class ContextHeaders implements ClientRequestFilter {

  static final String TRACEPARENT = "traceparent";

  /** What belongs to a {@value #TRACEPARENT}, and must not go along with another one. */
  private static final String TRACESTATE = "tracestate";

  private static final String REQUEST_ID = "X-Request-ID";

  @Override
  public void filter(ClientRequestContext call) {
    try {
      if (Propagation.reaches(call.getUri().getHost())) {
        tell(call);
      }
    } catch (RuntimeException | LinkageError e) {
      Propagation.failed("telling the context to another service", e);
    }
  }

  private static void tell(ClientRequestContext call) {
    Context context = Context.current();
    String traceparent = context.traceparent();
    if (traceparent != null && !isToStay(call, context)) {
      if (call.getHeaders().containsKey(TRACEPARENT)) {
        call.getHeaders().remove(TRACESTATE);
      }
      // the other tracer's list may be one that cannot be changed
      call.getHeaders().put(TRACEPARENT, new ArrayList<>(List.of(traceparent)));
    }
    if (context.requestId() != null && !call.getHeaders().containsKey(REQUEST_ID)) {
      call.getHeaders().putSingle(REQUEST_ID, context.requestId());
    }
  }

  private static boolean isToStay(ClientRequestContext call, Context context) {
    String present = call.getHeaderString(TRACEPARENT);
    return present != null
        && (!Boolean.TRUE.equals(call.getProperty(HeadersBefore.UNSET))
            || present.contains(String.valueOf(context.traceId())));
  }
}
