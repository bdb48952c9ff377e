package io.sereno.it.metrics;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Called by {@link MetricsIT} alone, so that its requests can be counted exactly. */
@Path("counted/{id}")
@RequestScoped
public class CountedResource {

  @GET
  public String answer() {
    return "counted";
  }

  @Path("parts")
  public CountedParts parts() {
    return new CountedParts();
  }

  @Path("spare/{kind: [a-z]+}")
  public CountedParts spares() {
    return new CountedParts();
  }
}
