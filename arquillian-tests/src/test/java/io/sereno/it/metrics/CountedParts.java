package io.sereno.it.metrics;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Reached through {@link CountedResource} alone. */
public class CountedParts {

  @GET
  @Path("{part: \\d+}")
  public String part() {
    return "part";
  }
}
