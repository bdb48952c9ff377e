package io.sereno.context.rest;

import io.sereno.context.Propagation;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Tells each request's context the template of the resource method that it matched. Found by
 * Jakarta REST through ServiceLoader.
 */
public final class RouteFeature implements DynamicFeature {

  private static final int FIRST = 0;

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    if (!Propagation.isOn()) {
      return;
    }
    context.register(
        new RouteFilter(resource.getResourceClass(), resource.getResourceMethod()), FIRST);
  }
}
