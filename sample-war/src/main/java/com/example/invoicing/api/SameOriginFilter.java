package com.example.invoicing.api;

import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets no page of another origin change anything.
 *
 * <p>A browser that has once logged in sends the password along with every request to this host, be
 * it started by whatever page; and an approval has no body whose media type would stop it. Browsers
 * say where a request comes from in {@code Sec-Fetch-Site}, old ones in {@code Origin}; other
 * clients say nothing, and have no passwords that they send unasked.
 */
@Provider
public final class SameOriginFilter implements ContainerRequestFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OURS = Set.of("same-origin", "none");

  @Override
  public void filter(ContainerRequestContext request) {
    boolean allowed =
        READING.contains(request.getMethod())
            || isOurs(
                request.getHeaderString("Sec-Fetch-Site"),
                request.getHeaderString("Origin"),
                request.getUriInfo().getBaseUri().getAuthority());
    if (!allowed) {
      throw new ForbiddenException();
    }
  }

  static boolean isOurs(
      @Nullable String fetchSite, @Nullable String origin, @Nullable String host) {
    if (fetchSite != null) {
      return OURS.contains(fetchSite);
    }
    return origin == null || origin.endsWith("://" + host);
  }
}
