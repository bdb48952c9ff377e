package io.sereno.context.rest;

import io.sereno.context.Context;
import io.sereno.context.PercentDecoding;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** Stands before one resource method, whose template it knows. */
final class RouteFilter implements ContainerRequestFilter {

  private final Class<?> resource;
  private final String template;
  private final SubResources subResources;
  private volatile Route last = new Route("", "");

  RouteFilter(Class<?> resource, Method method) {
    this.resource = resource;
    this.template = Templates.of(resource, method);
    this.subResources = new SubResources(method);
  }

  @Override
  public void filter(ContainerRequestContext request) {
    UriInfo uri = request.getUriInfo();
    String base = uri.getBaseUri().getRawPath();
    List<Object> matched = uri.getMatchedResources();
    Context.enterRoute(
        matched.size() > 1
            ? Templates.join(plain(base), subResources.template(classes(matched), uri))
            : whole(base));
  }

  private String whole(String base) {
    Route route = last;
    if (!route.base.equals(base)) {
      route = new Route(base, Templates.join(plain(base), template));
      last = route;
    }
    return route.whole;
  }

  /** From the root to the resource at hand, of which the servers have the last at the front. */
  private List<Class<?>> classes(List<Object> matched) {
    List<Class<?>> classes = new ArrayList<>(matched.size() + 1);
    for (Object one : matched) {
      classes.add(0, one.getClass());
    }
    if (!resource.isAssignableFrom(classes.get(classes.size() - 1))) {
      classes.add(resource);
    }
    return classes;
  }

  /** Clients spell one and the same path in many ways. */
  private static String plain(String base) {
    return PercentDecoding.of(base).replaceAll(";[^/]*", "");
  }

  /** The base is the same for every request but when an application has several paths. */
  private record Route(String base, String whole) {}
}
