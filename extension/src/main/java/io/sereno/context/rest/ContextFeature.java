package io.sereno.context.rest;

import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Sends the context along with the calls of a Jakarta REST client. Found by Jakarta REST 3.1
 * through ServiceLoader; where it is not, it is registered once:
 *
 * <pre>{@code
 * Client client = ClientBuilder.newBuilder().register(ContextFeature.class).build();
 * }</pre>
 */
public final class ContextFeature implements Feature {

  @Override
  public boolean configure(FeatureContext context) {
    if (context.getConfiguration().getRuntimeType() != RuntimeType.CLIENT
        || context.getConfiguration().isRegistered(ContextHeaders.class)) {
      return false;
    }
    context.register(HeadersBefore.class);
    context.register(ContextHeaders.class);
    return true;
  }
}
