package io.sereno.context.rest;

import io.sereno.context.Context;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** Stands before one resource method, whose template it knows. */
final class RouteFilter implements ContainerRequestFilter {

  private final String template;
  private volatile Route last = new Route("", "");

  RouteFilter(String template) {
    this.template = template;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String base = request.getUriInfo().getBaseUri().getRawPath();
    Route route = last;
    if (!route.base.equals(base)) {
      route = new Route(base, Templates.join(base, template));
      last = route;
    }
    Context.enterRoute(route.whole);
  }

  /** The base is the same for every request but when an application has several paths. */
  private record Route(String base, String whole) {}
}
