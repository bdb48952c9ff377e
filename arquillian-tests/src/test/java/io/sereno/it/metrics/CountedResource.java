package io.sereno.it.metrics;

import io.micrometer.core.instrument.Metrics;
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

  /** Measures something by itself. */
  @GET
  @Path("own")
  public String own() {
    Metrics.counter("it.orders.placed", "kind", "express").increment();
    return "placed";
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
